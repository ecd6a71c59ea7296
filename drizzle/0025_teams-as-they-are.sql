CREATE TABLE "assisted_household" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "assisted_household_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"tally_number" integer NOT NULL,
	"member_id" integer NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date
);
--> statement-breakpoint
CREATE TABLE "team_merger_batch" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "team_merger_batch_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"merged_on" date NOT NULL,
	"decided_by" integer NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "composition_rule" ADD COLUMN "binding" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "zalo_parties" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "household_group_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "household_group_link" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "roster_complete_on" date;--> statement-breakpoint
ALTER TABLE "team_member" ADD COLUMN "organisation_kind" text;--> statement-breakpoint
ALTER TABLE "team_member" ADD COLUMN "smartphone" boolean;--> statement-breakpoint
ALTER TABLE "team_member" ADD COLUMN "zalo_contact" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "team_member" ADD COLUMN "area_ids" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "team_member" ADD COLUMN "account_id" integer;--> statement-breakpoint
ALTER TABLE "team_merger" ADD COLUMN "batch_id" integer;--> statement-breakpoint
ALTER TABLE "assisted_household" ADD CONSTRAINT "assisted_household_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_household" ADD CONSTRAINT "assisted_household_member_id_team_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."team_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_merger_batch" ADD CONSTRAINT "team_merger_batch_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_merger_batch" ADD CONSTRAINT "team_merger_batch_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assisted_household_unit" ON "assisted_household" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "assisted_household_member" ON "assisted_household" USING btree ("member_id");--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_merger" ADD CONSTRAINT "team_merger_batch_id_team_merger_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."team_merger_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "team_member_account" ON "team_member" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "team_merger_batch_of" ON "team_merger" USING btree ("batch_id");--> statement-breakpoint
-- A report that proposes something demands nothing.
UPDATE "composition_rule" SET "binding" = false WHERE "code" = '003-youths';
