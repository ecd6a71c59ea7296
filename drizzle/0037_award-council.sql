CREATE TABLE "award_ballot" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_ballot_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nomination_id" integer NOT NULL,
	"member_id" integer NOT NULL,
	"vote_id" integer,
	"choice" text NOT NULL,
	"cast_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_ballot_once" UNIQUE NULLS NOT DISTINCT("nomination_id","member_id","vote_id")
);
--> statement-breakpoint
CREATE TABLE "award_comment" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_comment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nomination_id" integer NOT NULL,
	"member_id" integer NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_council" (
	"season_id" integer PRIMARY KEY NOT NULL,
	"decision_number" text NOT NULL,
	"decided_on" date NOT NULL,
	"quorum_share" double precision NOT NULL,
	"majority_share" double precision NOT NULL,
	"majority_of" text NOT NULL,
	"written_counts" boolean NOT NULL,
	"legal_basis" text NOT NULL,
	"blind_kinds" text[] NOT NULL,
	"rubric" jsonb NOT NULL,
	"countdown_seconds" integer NOT NULL,
	"phase" text NOT NULL,
	"current_nomination_id" integer,
	"named_by" integer NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_council_shares" CHECK ("award_council"."quorum_share" > 0 and "award_council"."quorum_share" <= 1 and "award_council"."majority_share" > 0 and "award_council"."majority_share" <= 1)
);
--> statement-breakpoint
CREATE TABLE "award_council_event" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_council_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"season_id" integer NOT NULL,
	"kind" text NOT NULL,
	"nomination_id" integer,
	"member_id" integer,
	"text" text NOT NULL,
	"by_account_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_council_member" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_council_member_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"season_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"seat" text NOT NULL,
	"position" text NOT NULL,
	"present" boolean DEFAULT false NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "award_council_member_once" UNIQUE("season_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "award_declared_conflict" (
	"nomination_id" integer NOT NULL,
	"member_id" integer NOT NULL,
	"reason" text NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_declared_conflict_nomination_id_member_id_pk" PRIMARY KEY("nomination_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "award_dismissed_conflict" (
	"nomination_id" integer NOT NULL,
	"member_id" integer NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"dismissed_by" integer NOT NULL,
	"dismissed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_dismissed_conflict_nomination_id_member_id_ground_pk" PRIMARY KEY("nomination_id","member_id","ground")
);
--> statement-breakpoint
CREATE TABLE "award_review" (
	"nomination_id" integer NOT NULL,
	"member_id" integer NOT NULL,
	"scores" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_review_nomination_id_member_id_pk" PRIMARY KEY("nomination_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "award_vote" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_vote_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nomination_id" integer NOT NULL,
	"attempt" integer NOT NULL,
	"roster" jsonb NOT NULL,
	"opened_by" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"outcome" text,
	"counts" jsonb,
	CONSTRAINT "award_vote_attempt" UNIQUE("nomination_id","attempt"),
	CONSTRAINT "award_vote_closed" CHECK (("award_vote"."closed_at" is null) = ("award_vote"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "award_dossier_rule" (
	"season_id" integer PRIMARY KEY NOT NULL,
	"parts" jsonb NOT NULL,
	"years_since_award" integer NOT NULL,
	"years_basis" text NOT NULL,
	"erase_after_months" integer NOT NULL,
	"erase_basis" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_evidence" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nomination_id" integer NOT NULL,
	"part" text NOT NULL,
	"title" text NOT NULL,
	"report_id" integer,
	"revision" integer,
	"practice_id" integer,
	"activity_id" integer,
	"file_id" integer,
	"figures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"approved_at" timestamp with time zone,
	"added_by" integer NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_evidence_one_source" CHECK (num_nonnulls("award_evidence"."report_id", "award_evidence"."practice_id", "award_evidence"."activity_id", "award_evidence"."file_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "award_nomination" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_nomination_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"category_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"team_id" integer,
	"member_id" integer,
	"candidate_name" text NOT NULL,
	"nominated_by_unit_id" integer NOT NULL,
	"origin" text NOT NULL,
	"nominated_by" integer NOT NULL,
	"nominated_at" timestamp with time zone NOT NULL,
	"merits" text NOT NULL,
	"state" text NOT NULL,
	"submitted_at" timestamp with time zone,
	"late" boolean DEFAULT false NOT NULL,
	"awarded" boolean,
	"decision_number" text DEFAULT '' NOT NULL,
	"decided_on" date,
	"erased_at" timestamp with time zone,
	CONSTRAINT "award_nomination_decided" CHECK (("award_nomination"."state" = 'decided') = ("award_nomination"."awarded" is not null))
);
--> statement-breakpoint
CREATE TABLE "award_nomination_event" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_nomination_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"nomination_id" integer NOT NULL,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"by_account_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_record" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_record_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"unit_id" integer NOT NULL,
	"team_id" integer,
	"member_id" integer,
	"happened_on" date NOT NULL,
	"title" text NOT NULL,
	"achievement" text NOT NULL,
	"source" text NOT NULL,
	"recorded_by" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_record_once" UNIQUE("kind","unit_id","happened_on","source","title")
);
--> statement-breakpoint
ALTER TABLE "award_ballot" ADD CONSTRAINT "award_ballot_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_ballot" ADD CONSTRAINT "award_ballot_member_id_award_council_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."award_council_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_ballot" ADD CONSTRAINT "award_ballot_vote_id_award_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."award_vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_comment" ADD CONSTRAINT "award_comment_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_comment" ADD CONSTRAINT "award_comment_member_id_award_council_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."award_council_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council" ADD CONSTRAINT "award_council_season_id_award_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council" ADD CONSTRAINT "award_council_current_nomination_id_award_nomination_id_fk" FOREIGN KEY ("current_nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council" ADD CONSTRAINT "award_council_named_by_account_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council_event" ADD CONSTRAINT "award_council_event_season_id_award_council_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_council"("season_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council_event" ADD CONSTRAINT "award_council_event_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council_event" ADD CONSTRAINT "award_council_event_member_id_award_council_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."award_council_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council_event" ADD CONSTRAINT "award_council_event_by_account_id_account_id_fk" FOREIGN KEY ("by_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council_member" ADD CONSTRAINT "award_council_member_season_id_award_council_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_council"("season_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_council_member" ADD CONSTRAINT "award_council_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_declared_conflict" ADD CONSTRAINT "award_declared_conflict_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_declared_conflict" ADD CONSTRAINT "award_declared_conflict_member_id_award_council_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."award_council_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_dismissed_conflict" ADD CONSTRAINT "award_dismissed_conflict_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_dismissed_conflict" ADD CONSTRAINT "award_dismissed_conflict_member_id_award_council_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."award_council_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_dismissed_conflict" ADD CONSTRAINT "award_dismissed_conflict_dismissed_by_account_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_review" ADD CONSTRAINT "award_review_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_review" ADD CONSTRAINT "award_review_member_id_award_council_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."award_council_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_vote" ADD CONSTRAINT "award_vote_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_vote" ADD CONSTRAINT "award_vote_opened_by_account_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_dossier_rule" ADD CONSTRAINT "award_dossier_rule_season_id_award_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_evidence" ADD CONSTRAINT "award_evidence_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_evidence" ADD CONSTRAINT "award_evidence_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_evidence" ADD CONSTRAINT "award_evidence_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_evidence" ADD CONSTRAINT "award_evidence_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_evidence" ADD CONSTRAINT "award_evidence_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_evidence" ADD CONSTRAINT "award_evidence_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_category_id_award_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."award_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_member_id_team_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."team_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_nominated_by_unit_id_admin_unit_id_fk" FOREIGN KEY ("nominated_by_unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_nominated_by_account_id_fk" FOREIGN KEY ("nominated_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination_event" ADD CONSTRAINT "award_nomination_event_nomination_id_award_nomination_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."award_nomination"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination_event" ADD CONSTRAINT "award_nomination_event_by_account_id_account_id_fk" FOREIGN KEY ("by_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_record" ADD CONSTRAINT "award_record_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_record" ADD CONSTRAINT "award_record_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_record" ADD CONSTRAINT "award_record_member_id_team_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."team_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_record" ADD CONSTRAINT "award_record_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_comment_nomination" ON "award_comment" USING btree ("nomination_id");--> statement-breakpoint
CREATE INDEX "award_council_event_season" ON "award_council_event" USING btree ("season_id");--> statement-breakpoint
CREATE INDEX "award_council_member_account" ON "award_council_member" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "award_council_one_chair" ON "award_council_member" USING btree ("season_id") WHERE "award_council_member"."seat" = 'chair' and "award_council_member"."left_at" is null;--> statement-breakpoint
CREATE INDEX "award_evidence_nomination" ON "award_evidence" USING btree ("nomination_id");--> statement-breakpoint
CREATE INDEX "award_nomination_category" ON "award_nomination" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "award_nomination_unit" ON "award_nomination" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "award_nomination_member" ON "award_nomination" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "award_nomination_event_nomination" ON "award_nomination_event" USING btree ("nomination_id");--> statement-breakpoint
CREATE INDEX "award_record_unit" ON "award_record" USING btree ("unit_id");
