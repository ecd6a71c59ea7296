CREATE TABLE "official_report" (
	"unit_id" integer NOT NULL,
	"span" text NOT NULL,
	"texts" jsonb NOT NULL,
	"updated_by" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "official_report_unit_id_span_pk" PRIMARY KEY("unit_id","span")
);
--> statement-breakpoint
CREATE TABLE "report_upload" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "report_upload_file" (
	"upload_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"refusal" text,
	"rows" jsonb NOT NULL,
	CONSTRAINT "report_upload_file_upload_id_position_pk" PRIMARY KEY("upload_id","position")
);
--> statement-breakpoint
ALTER TABLE "official_report" ADD CONSTRAINT "official_report_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_report" ADD CONSTRAINT "official_report_updated_by_account_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_upload" ADD CONSTRAINT "report_upload_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_upload_file" ADD CONSTRAINT "report_upload_file_upload_id_report_upload_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."report_upload"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_upload_created" ON "report_upload" USING btree ("created_at");