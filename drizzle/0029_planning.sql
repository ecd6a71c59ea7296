CREATE TABLE "directive" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "directive_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"search_text" text NOT NULL,
	"file_id" integer,
	"registered_by" integer NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "directive_once" UNIQUE("unit_id","number","issued_on","issuer")
);
--> statement-breakpoint
CREATE TABLE "inspection" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inspection_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"inspected_unit_id" integer NOT NULL,
	"inspected_team_id" integer,
	"held_on" date NOT NULL,
	"inspectors" text NOT NULL,
	"subject" text NOT NULL,
	"conclusion" text NOT NULL,
	"recorded_by" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection_finding" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inspection_finding_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"inspection_id" integer NOT NULL,
	"what" text NOT NULL,
	"mend_by" date NOT NULL,
	"mended_on" date,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" integer,
	"answered_at" timestamp with time zone,
	"return_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "inspection_finding_answered" CHECK (("inspection_finding"."mended_on" is null) = ("inspection_finding"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"team_id" integer,
	"subject" text NOT NULL,
	"held_on" date NOT NULL,
	"starts_at" text NOT NULL,
	"form" text NOT NULL,
	"place" text NOT NULL,
	"chair" text NOT NULL,
	"agenda" text NOT NULL,
	"record" text DEFAULT '' NOT NULL,
	"called_by" integer NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_decision" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_decision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"meeting_id" integer NOT NULL,
	"what" text NOT NULL,
	"task_id" integer
);
--> statement-breakpoint
CREATE TABLE "meeting_invitee" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_invitee_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"meeting_id" integer NOT NULL,
	"member_id" integer,
	"unit_id" integer,
	"guest" text DEFAULT '' NOT NULL,
	"attendance" text,
	"opinion" text DEFAULT '' NOT NULL,
	CONSTRAINT "meeting_invitee_one" CHECK (num_nonnulls("meeting_invitee"."member_id", "meeting_invitee"."unit_id", nullif("meeting_invitee"."guest", '')) = 1)
);
--> statement-breakpoint
ALTER TABLE "reminder" DROP CONSTRAINT "reminder_once";--> statement-breakpoint
ALTER TABLE "plan" DROP CONSTRAINT "plan_unit_year";--> statement-breakpoint
ALTER TABLE "reminder" ALTER COLUMN "period_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "form" text DEFAULT 'faceToFace' NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "audiences" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "partners" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "team_id" integer;--> statement-breakpoint
ALTER TABLE "plan_basis" ADD COLUMN "directive_id" integer;--> statement-breakpoint
ALTER TABLE "plan_task" ADD COLUMN "member_id" integer;--> statement-breakpoint
ALTER TABLE "directive" ADD CONSTRAINT "directive_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directive" ADD CONSTRAINT "directive_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directive" ADD CONSTRAINT "directive_registered_by_account_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_inspected_unit_id_admin_unit_id_fk" FOREIGN KEY ("inspected_unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_inspected_team_id_team_id_fk" FOREIGN KEY ("inspected_team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_finding" ADD CONSTRAINT "inspection_finding_inspection_id_inspection_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."inspection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_finding" ADD CONSTRAINT "inspection_finding_answered_by_account_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_called_by_account_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_task_id_plan_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."plan_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitee" ADD CONSTRAINT "meeting_invitee_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitee" ADD CONSTRAINT "meeting_invitee_member_id_team_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."team_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitee" ADD CONSTRAINT "meeting_invitee_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directive_issued" ON "directive" USING btree ("issued_on");--> statement-breakpoint
CREATE INDEX "inspection_unit_day" ON "inspection" USING btree ("unit_id","held_on");--> statement-breakpoint
CREATE INDEX "inspection_inspected" ON "inspection" USING btree ("inspected_unit_id","held_on");--> statement-breakpoint
CREATE INDEX "inspection_finding_inspection" ON "inspection_finding" USING btree ("inspection_id");--> statement-breakpoint
CREATE INDEX "meeting_unit_day" ON "meeting" USING btree ("unit_id","held_on");--> statement-breakpoint
CREATE INDEX "meeting_decision_meeting" ON "meeting_decision" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_invitee_meeting" ON "meeting_invitee" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_invitee_unit" ON "meeting_invitee" USING btree ("unit_id");--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_basis" ADD CONSTRAINT "plan_basis_directive_id_directive_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directive"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_task" ADD CONSTRAINT "plan_task_member_id_team_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."team_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_team" ON "plan" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "plan_basis_directive" ON "plan_basis" USING btree ("directive_id");--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_once" UNIQUE NULLS NOT DISTINCT("period_id","account_id","step");--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_unit_team_year" UNIQUE NULLS NOT DISTINCT("unit_id","year","team_id");
--> statement-breakpoint
-- What plans named one by one becomes the register of the plan's unit.
INSERT INTO "directive" ("unit_id", "kind", "number", "issued_on", "issuer", "subject", "search_text", "registered_by", "registered_at")
SELECT DISTINCT ON ("plan"."unit_id", "basis"."number", "basis"."issued_on", "basis"."issuer")
	"plan"."unit_id",
	CASE
		WHEN "basis"."number" ILIKE '%/QĐ%' THEN 'decision'
		WHEN "basis"."number" ILIKE '%/KH%' THEN 'plan'
		WHEN "basis"."number" ILIKE '%/HD%' THEN 'guidance'
		WHEN "basis"."number" ILIKE '%/NQ%' THEN 'resolution'
		WHEN "basis"."number" ILIKE '%/CT%' THEN 'directive'
		WHEN "basis"."number" ILIKE '%/TT%' THEN 'circular'
		ELSE 'other'
	END,
	"basis"."number", "basis"."issued_on", "basis"."issuer", "basis"."subject",
	trim(regexp_replace(translate(lower(normalize("basis"."number" || ' ' || "basis"."issuer" || ' ' || "basis"."subject", NFC)), 'àáâãäåèéêëìíîïòóôõöùúûüýÿāăąďđēĕėęěĩīĭįōŏőũūŭůűųŷơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ', 'aaaaaaeeeeiiiiooooouuuuyyaaaddeeeeeiiiiooouuuuuuyouaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy'), '[^[:alnum:]]+', ' ', 'g')),
	"plan"."drawn_up_by", "plan"."drawn_up_at"
FROM "plan_basis" "basis" JOIN "plan" ON "plan"."id" = "basis"."plan_id"
ORDER BY "plan"."unit_id", "basis"."number", "basis"."issued_on", "basis"."issuer", "basis"."id";
--> statement-breakpoint
UPDATE "plan_basis" SET "directive_id" = "directive"."id" FROM "plan", "directive"
WHERE "plan"."id" = "plan_basis"."plan_id" AND "directive"."unit_id" = "plan"."unit_id"
	AND "directive"."number" = "plan_basis"."number" AND "directive"."issued_on" = "plan_basis"."issued_on"
	AND "directive"."issuer" = "plan_basis"."issuer";
--> statement-breakpoint
DELETE FROM "plan_basis" "again" USING "plan_basis" "first"
WHERE "again"."plan_id" = "first"."plan_id" AND "again"."directive_id" = "first"."directive_id" AND "again"."id" > "first"."id";
