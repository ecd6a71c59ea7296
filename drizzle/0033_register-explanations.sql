CREATE TABLE "register_explanation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "register_explanation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"households" integer NOT NULL,
	"reason" text NOT NULL,
	"created_by" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"withdrawn_by" integer,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "register_explanation_households" CHECK ("register_explanation"."households" > 0),
	CONSTRAINT "register_explanation_withdrawn" CHECK (("register_explanation"."withdrawn_by" is null) = ("register_explanation"."withdrawn_at" is null))
);
--> statement-breakpoint
ALTER TABLE "deadline_version" ADD COLUMN "register_margin_percent" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "register_explanation" ADD CONSTRAINT "register_explanation_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_explanation" ADD CONSTRAINT "register_explanation_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_explanation" ADD CONSTRAINT "register_explanation_withdrawn_by_account_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_explanation_unit" ON "register_explanation" USING btree ("unit_id");--> statement-breakpoint
ALTER TABLE "deadline_version" ADD CONSTRAINT "deadline_version_register_margin" CHECK ("deadline_version"."register_margin_percent" >= 0);