CREATE TABLE "composition_rule" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "composition_rule_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text,
	"unit_id" integer,
	"level" text NOT NULL,
	"kinds" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"demand" jsonb NOT NULL,
	"document" text NOT NULL,
	"clause" text NOT NULL,
	"wording_vi" text NOT NULL,
	"wording_en" text NOT NULL,
	CONSTRAINT "composition_rule_code_unique" UNIQUE("code"),
	CONSTRAINT "composition_rule_span" CHECK ("composition_rule"."valid_to" is null or "composition_rule"."valid_to" >= "composition_rule"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "team_member" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "team_member_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" integer NOT NULL,
	"full_name" text NOT NULL,
	"role" text NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"youth" boolean DEFAULT false NOT NULL,
	"phone" text,
	"skills" integer[] DEFAULT '{}' NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"continues_id" integer,
	"ended_by_merger_id" integer,
	"badge_token" text,
	CONSTRAINT "team_member_badge_token_unique" UNIQUE("badge_token"),
	CONSTRAINT "team_member_span" CHECK ("team_member"."until_on" is null or "team_member"."until_on" >= "team_member"."from_on")
);
--> statement-breakpoint
CREATE TABLE "team_merger" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "team_merger_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" integer NOT NULL,
	"merged_on" date NOT NULL,
	"decided_by" integer NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "team_merger_source" (
	"merger_id" integer NOT NULL,
	"team_id" integer NOT NULL,
	CONSTRAINT "team_merger_source_once" UNIQUE("merger_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "team_naming" (
	"unit_id" integer PRIMARY KEY NOT NULL,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"zalo_patterns" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_paper" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "team_paper_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" integer NOT NULL,
	"kind" text NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"issued_on" date,
	"year" integer,
	"file_id" integer
);
--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "kind" text DEFAULT 'cnscd' NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "reestablished_on" date;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "zalo_group_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "zalo_group_link" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "composition_rule" ADD CONSTRAINT "composition_rule_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_continues_id_team_member_id_fk" FOREIGN KEY ("continues_id") REFERENCES "public"."team_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_ended_by_merger_id_team_merger_id_fk" FOREIGN KEY ("ended_by_merger_id") REFERENCES "public"."team_merger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_merger" ADD CONSTRAINT "team_merger_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_merger" ADD CONSTRAINT "team_merger_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_merger_source" ADD CONSTRAINT "team_merger_source_merger_id_team_merger_id_fk" FOREIGN KEY ("merger_id") REFERENCES "public"."team_merger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_merger_source" ADD CONSTRAINT "team_merger_source_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_naming" ADD CONSTRAINT "team_naming_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_paper" ADD CONSTRAINT "team_paper_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_paper" ADD CONSTRAINT "team_paper_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "composition_rule_unit" ON "composition_rule" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "team_member_team" ON "team_member" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "team_member_continues" ON "team_member" USING btree ("continues_id");--> statement-breakpoint
CREATE INDEX "team_merger_team" ON "team_merger" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "team_merger_source_team" ON "team_merger_source" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "team_paper_team" ON "team_paper" USING btree ("team_id");