CREATE TABLE "inquiry" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inquiry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"basis" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"audience" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"drawn_up_by" integer NOT NULL,
	"drawn_up_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inquiry_answer" (
	"inquiry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"submitted_by" integer NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inquiry_answer_inquiry_id_unit_id_revision_pk" PRIMARY KEY("inquiry_id","unit_id","revision")
);
--> statement-breakpoint
CREATE TABLE "inquiry_history" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inquiry_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"inquiry_id" integer NOT NULL,
	"change" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"due_before" timestamp with time zone,
	"version" integer,
	"by_account_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inquiry_recipient" (
	"inquiry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"draft" jsonb,
	"draft_by" integer,
	"draft_at" timestamp with time zone,
	CONSTRAINT "inquiry_recipient_inquiry_id_unit_id_pk" PRIMARY KEY("inquiry_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "inquiry_reminder" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inquiry_reminder_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"inquiry_id" integer NOT NULL,
	"account_id" integer NOT NULL,
	"step" text NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "inquiry_reminder_once" UNIQUE("inquiry_id","account_id","step")
);
--> statement-breakpoint
CREATE TABLE "inquiry_version" (
	"inquiry_id" integer NOT NULL,
	"version" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"issued_at" timestamp with time zone,
	CONSTRAINT "inquiry_version_inquiry_id_version_pk" PRIMARY KEY("inquiry_id","version"),
	CONSTRAINT "inquiry_version_number" CHECK ("inquiry_version"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_drawn_up_by_account_id_fk" FOREIGN KEY ("drawn_up_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_answer" ADD CONSTRAINT "inquiry_answer_submitted_by_account_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_answer" ADD CONSTRAINT "inquiry_answer_inquiry_id_unit_id_inquiry_recipient_inquiry_id_unit_id_fk" FOREIGN KEY ("inquiry_id","unit_id") REFERENCES "public"."inquiry_recipient"("inquiry_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_answer" ADD CONSTRAINT "inquiry_answer_inquiry_id_version_inquiry_version_inquiry_id_version_fk" FOREIGN KEY ("inquiry_id","version") REFERENCES "public"."inquiry_version"("inquiry_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_history" ADD CONSTRAINT "inquiry_history_inquiry_id_inquiry_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_history" ADD CONSTRAINT "inquiry_history_by_account_id_account_id_fk" FOREIGN KEY ("by_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_recipient" ADD CONSTRAINT "inquiry_recipient_inquiry_id_inquiry_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_recipient" ADD CONSTRAINT "inquiry_recipient_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_recipient" ADD CONSTRAINT "inquiry_recipient_draft_by_account_id_fk" FOREIGN KEY ("draft_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_reminder" ADD CONSTRAINT "inquiry_reminder_inquiry_id_inquiry_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_reminder" ADD CONSTRAINT "inquiry_reminder_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_version" ADD CONSTRAINT "inquiry_version_inquiry_id_inquiry_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inquiry_unit" ON "inquiry" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "inquiry_state" ON "inquiry" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "inquiry_history_inquiry" ON "inquiry_history" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "inquiry_recipient_unit" ON "inquiry_recipient" USING btree ("unit_id");