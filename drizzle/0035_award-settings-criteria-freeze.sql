CREATE TABLE "award_criteria_trial" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_criteria_trial_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"criteria" jsonb NOT NULL,
	"bands" integer NOT NULL,
	"sensitivity" double precision NOT NULL,
	"tried_by" integer NOT NULL,
	"tried_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_criteria_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_criteria_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"category_id" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"criteria" jsonb NOT NULL,
	"shuffle" integer NOT NULL,
	"drafted_by" integer NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"signed_by" integer,
	"signed_at" timestamp with time zone,
	"forced_by" integer,
	"forced_at" timestamp with time zone,
	"hash" text,
	CONSTRAINT "award_criteria_version_number" UNIQUE("category_id","version"),
	CONSTRAINT "award_criteria_version_two_people" CHECK ("award_criteria_version"."forced_by" <> "award_criteria_version"."signed_by"),
	CONSTRAINT "award_criteria_version_in_force_hash" CHECK ("award_criteria_version"."state" in ('draft', 'signed') or ("award_criteria_version"."forced_by" is not null and "award_criteria_version"."hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "award_freeze" (
	"season_id" integer PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"result" text NOT NULL,
	"result_hash" text NOT NULL,
	"frozen_by" integer NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_freeze_unit" (
	"season_id" integer NOT NULL,
	"category_id" integer NOT NULL,
	"key" text NOT NULL,
	"unit_id" integer NOT NULL,
	"team_id" integer,
	CONSTRAINT "award_freeze_unit_season_id_key_pk" PRIMARY KEY("season_id","key")
);
--> statement-breakpoint
CREATE TABLE "award_setting" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_setting_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"season_id" integer NOT NULL,
	"key" text NOT NULL,
	"value" double precision NOT NULL,
	"basis" text NOT NULL,
	"reason" text NOT NULL,
	"set_by" integer NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "award_criteria_trial" ADD CONSTRAINT "award_criteria_trial_version_id_award_criteria_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."award_criteria_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_criteria_trial" ADD CONSTRAINT "award_criteria_trial_tried_by_account_id_fk" FOREIGN KEY ("tried_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_criteria_version" ADD CONSTRAINT "award_criteria_version_category_id_award_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."award_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_criteria_version" ADD CONSTRAINT "award_criteria_version_drafted_by_account_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_criteria_version" ADD CONSTRAINT "award_criteria_version_signed_by_account_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_criteria_version" ADD CONSTRAINT "award_criteria_version_forced_by_account_id_fk" FOREIGN KEY ("forced_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_freeze" ADD CONSTRAINT "award_freeze_season_id_award_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_freeze" ADD CONSTRAINT "award_freeze_frozen_by_account_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_freeze_unit" ADD CONSTRAINT "award_freeze_unit_season_id_award_freeze_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_freeze"("season_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_freeze_unit" ADD CONSTRAINT "award_freeze_unit_category_id_award_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."award_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_freeze_unit" ADD CONSTRAINT "award_freeze_unit_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_freeze_unit" ADD CONSTRAINT "award_freeze_unit_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_setting" ADD CONSTRAINT "award_setting_season_id_award_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_setting" ADD CONSTRAINT "award_setting_set_by_account_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_criteria_trial_version" ON "award_criteria_trial" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "award_criteria_version_in_force" ON "award_criteria_version" USING btree ("category_id") WHERE "award_criteria_version"."state" = 'inForce';--> statement-breakpoint
CREATE INDEX "award_setting_season" ON "award_setting" USING btree ("season_id","key","id");