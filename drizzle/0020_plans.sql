CREATE TABLE "plan" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"issued_on" date,
	"drawn_up_by" integer NOT NULL,
	"drawn_up_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_unit_year" UNIQUE("unit_id","year")
);
--> statement-breakpoint
CREATE TABLE "plan_basis" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_basis_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"plan_id" integer NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_history" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"plan_id" integer NOT NULL,
	"task_id" integer,
	"unit_id" integer,
	"change" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"before" jsonb,
	"by_account_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_task" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_task_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"plan_id" integer NOT NULL,
	"what" text NOT NULL,
	"lead" text NOT NULL,
	"place" text NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"product" text NOT NULL,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "plan_task_span" CHECK ("plan_task"."due_on" >= "plan_task"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "task_assignment" (
	"task_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"done_on" date,
	"result" text DEFAULT '' NOT NULL,
	CONSTRAINT "task_assignment_task_id_unit_id_pk" PRIMARY KEY("task_id","unit_id"),
	CONSTRAINT "task_assignment_done" CHECK (("task_assignment"."state" = 'done') = ("task_assignment"."done_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_drawn_up_by_account_id_fk" FOREIGN KEY ("drawn_up_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_basis" ADD CONSTRAINT "plan_basis_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_history" ADD CONSTRAINT "plan_history_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_history" ADD CONSTRAINT "plan_history_task_id_plan_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."plan_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_history" ADD CONSTRAINT "plan_history_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_history" ADD CONSTRAINT "plan_history_by_account_id_account_id_fk" FOREIGN KEY ("by_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_task" ADD CONSTRAINT "plan_task_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignment" ADD CONSTRAINT "task_assignment_task_id_plan_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."plan_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignment" ADD CONSTRAINT "task_assignment_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_basis_plan" ON "plan_basis" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "plan_history_plan" ON "plan_history" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "plan_task_plan" ON "plan_task" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "task_assignment_unit" ON "task_assignment" USING btree ("unit_id","state");