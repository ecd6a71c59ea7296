CREATE TABLE "stated_team_size" (
	"team_id" integer NOT NULL,
	"stated_on" date NOT NULL,
	"members" integer NOT NULL,
	CONSTRAINT "stated_team_size_team_id_stated_on_pk" PRIMARY KEY("team_id","stated_on")
);
--> statement-breakpoint
CREATE TABLE "team_import" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"totals" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"stored" jsonb
);
--> statement-breakpoint
CREATE TABLE "team_import_row" (
	"import_id" text NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"read" jsonb NOT NULL,
	"view" jsonb NOT NULL,
	CONSTRAINT "team_import_row_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
ALTER TABLE "stated_team_size" ADD CONSTRAINT "stated_team_size_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_import" ADD CONSTRAINT "team_import_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_import_row" ADD CONSTRAINT "team_import_row_import_id_team_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."team_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "team_import_created" ON "team_import" USING btree ("created_at");