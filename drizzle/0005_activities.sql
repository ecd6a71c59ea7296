CREATE TABLE "activity" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"unit_id" integer NOT NULL,
	"team_id" integer,
	"kind" text NOT NULL,
	"topic" text NOT NULL,
	"held_on" date NOT NULL,
	"place" text NOT NULL,
	"attendance" integer,
	"households" integer,
	"leaflets" integer,
	"youths" integer,
	"by_youth" boolean NOT NULL,
	"note" text NOT NULL,
	"photo_id" integer,
	"recorded_by" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "activity_key" UNIQUE("recorded_by","key"),
	CONSTRAINT "activity_counts" CHECK ("activity"."attendance" >= 0 and "activity"."households" >= 0 and "activity"."leaflets" >= 0 and "activity"."youths" >= 0)
);
--> statement-breakpoint
CREATE TABLE "activity_change" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"activity_id" integer NOT NULL,
	"change" text NOT NULL,
	"reason" text NOT NULL,
	"changed_by" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"before" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"raised_by" integer NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"waiting_since" timestamp with time zone NOT NULL,
	"from_unit_id" integer,
	"rises_after_days" integer NOT NULL,
	CONSTRAINT "ticket_rises_after_days" CHECK ("ticket"."rises_after_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "ticket_event" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ticket_id" integer NOT NULL,
	"step" text NOT NULL,
	"text" text NOT NULL,
	"at_unit_id" integer NOT NULL,
	"by_account_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_rule" (
	"unit_id" integer PRIMARY KEY NOT NULL,
	"rises_after_days" integer NOT NULL,
	CONSTRAINT "ticket_rule_days" CHECK ("ticket_rule"."rises_after_days" between 1 and 90)
);
--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_photo_id_stored_file_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_change" ADD CONSTRAINT "activity_change_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_change" ADD CONSTRAINT "activity_change_changed_by_account_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_raised_by_account_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_from_unit_id_admin_unit_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_at_unit_id_admin_unit_id_fk" FOREIGN KEY ("at_unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_by_account_id_account_id_fk" FOREIGN KEY ("by_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_rule" ADD CONSTRAINT "ticket_rule_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_unit_day" ON "activity" USING btree ("unit_id","held_on");--> statement-breakpoint
CREATE INDEX "activity_day" ON "activity" USING btree ("held_on");--> statement-breakpoint
CREATE INDEX "activity_change_activity" ON "activity_change" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "ticket_unit" ON "ticket" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "ticket_state" ON "ticket" USING btree ("state","raised_at");--> statement-breakpoint
CREATE INDEX "ticket_event_ticket" ON "ticket_event" USING btree ("ticket_id");