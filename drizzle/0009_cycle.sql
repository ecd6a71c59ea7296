CREATE TABLE "deadline_exception" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deadline_exception_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"created_by" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadline_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deadline_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer,
	"valid_from" date NOT NULL,
	"clause" text NOT NULL,
	"due_days" jsonb NOT NULL,
	"cut_off_day" integer,
	"return_grace_days" integer NOT NULL,
	"lock_after_days" integer,
	"remind_days_before" integer[] NOT NULL,
	"remind_days_after" integer[] NOT NULL,
	"escalate_after_days" integer NOT NULL,
	"created_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deadline_version_once" UNIQUE NULLS NOT DISTINCT("unit_id","valid_from"),
	CONSTRAINT "deadline_version_grace" CHECK ("deadline_version"."return_grace_days" >= 0)
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reminder_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"period_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"step" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_once" UNIQUE("period_id","account_id","step")
);
--> statement-breakpoint
CREATE TABLE "delegation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delegation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"from_account_id" integer NOT NULL,
	"to_account_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "delegation_span" CHECK ("delegation"."ends_at" > "delegation"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "roll_up_source" (
	"report_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"source_report_id" integer NOT NULL,
	"source_revision" integer NOT NULL,
	CONSTRAINT "roll_up_source_report_id_revision_source_report_id_pk" PRIMARY KEY("report_id","revision","source_report_id")
);
--> statement-breakpoint
ALTER TABLE "period_due_date" DROP CONSTRAINT "period_due_date_period_id_level_pk";--> statement-breakpoint
ALTER TABLE "period_due_date" ADD COLUMN "unit_id" integer;--> statement-breakpoint
ALTER TABLE "period_due_date" ADD COLUMN "cut_off_on" date;--> statement-breakpoint
ALTER TABLE "period_due_date" ADD COLUMN "version_id" integer;--> statement-breakpoint
ALTER TABLE "report_revision" ADD COLUMN "on_behalf_of" integer;--> statement-breakpoint
ALTER TABLE "reporting_period" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "reporting_period" ADD COLUMN "unit_id" integer;--> statement-breakpoint
ALTER TABLE "deadline_exception" ADD CONSTRAINT "deadline_exception_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_exception" ADD CONSTRAINT "deadline_exception_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_exception" ADD CONSTRAINT "deadline_exception_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_version" ADD CONSTRAINT "deadline_version_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_version" ADD CONSTRAINT "deadline_version_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_from_account_id_account_id_fk" FOREIGN KEY ("from_account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_to_account_id_account_id_fk" FOREIGN KEY ("to_account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_source" ADD CONSTRAINT "roll_up_source_report_id_revision_report_revision_report_id_revision_fk" FOREIGN KEY ("report_id","revision") REFERENCES "public"."report_revision"("report_id","revision") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up_source" ADD CONSTRAINT "roll_up_source_source_report_id_source_revision_report_revision_report_id_revision_fk" FOREIGN KEY ("source_report_id","source_revision") REFERENCES "public"."report_revision"("report_id","revision") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deadline_exception_period" ON "deadline_exception" USING btree ("period_id","unit_id");--> statement-breakpoint
CREATE INDEX "delegation_to" ON "delegation" USING btree ("to_account_id");--> statement-breakpoint
CREATE INDEX "delegation_from" ON "delegation" USING btree ("from_account_id");--> statement-breakpoint
ALTER TABLE "period_due_date" ADD CONSTRAINT "period_due_date_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_due_date" ADD CONSTRAINT "period_due_date_version_id_deadline_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."deadline_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_on_behalf_of_account_id_fk" FOREIGN KEY ("on_behalf_of") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_period" ADD CONSTRAINT "reporting_period_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_due_date" ADD CONSTRAINT "period_due_date_once" UNIQUE NULLS NOT DISTINCT("period_id","unit_id","level");--> statement-breakpoint
INSERT INTO "deadline_version" ("valid_from", "clause", "due_days", "return_grace_days", "remind_days_before", "remind_days_after", "escalate_after_days")
VALUES ('2020-01-01', 'Hướng dẫn số 3/2022 của Thanh Hóa, mục 6; Chỉ thị năm 2023 của Bắc Giang, mục 2.9e',
	'{"month": {"village": 25, "commune": 28, "district": 28, "province": null}, "quarter": {"village": 15, "commune": 18, "district": 20, "province": null}, "year": {"village": 10, "commune": 15, "district": 20, "province": null}}',
	3, '{3,1}', '{1,3}', 5);--> statement-breakpoint
UPDATE "period_due_date" SET "version_id" = (SELECT "id" FROM "deadline_version"), "cut_off_on" = "reporting_period"."ends_on"
FROM "reporting_period" WHERE "reporting_period"."id" = "period_due_date"."period_id";
