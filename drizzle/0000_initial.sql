CREATE TABLE "account" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "account_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "account_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_token_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"label" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" integer,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "role_grant_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"role" text NOT NULL,
	"unit_id" integer NOT NULL,
	CONSTRAINT "role_grant_once" UNIQUE("account_id","role","unit_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "admin_unit" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "admin_unit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"parent_id" integer,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "admin_unit_code_valid_from" UNIQUE("code","valid_from"),
	CONSTRAINT "admin_unit_valid_span" CHECK ("admin_unit"."valid_to" is null or "admin_unit"."valid_to" > "admin_unit"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "boundary" (
	"unit_id" integer PRIMARY KEY NOT NULL,
	"geometry" jsonb NOT NULL,
	"hash" text NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boundary_layer" (
	"scope_unit_id" integer NOT NULL,
	"structure_from" date NOT NULL,
	"hash" text NOT NULL,
	"brotli" "bytea" NOT NULL,
	"gzip" "bytea" NOT NULL,
	"byte_length" bigint NOT NULL,
	CONSTRAINT "boundary_layer_scope_unit_id_structure_from_pk" PRIMARY KEY("scope_unit_id","structure_from")
);
--> statement-breakpoint
CREATE TABLE "household_register" (
	"unit_id" integer NOT NULL,
	"year" integer NOT NULL,
	"source" text NOT NULL,
	"households" integer,
	"population" integer,
	CONSTRAINT "household_register_unit_id_year_pk" PRIMARY KEY("unit_id","year")
);
--> statement-breakpoint
CREATE TABLE "unit_lineage" (
	"old_unit_id" integer NOT NULL,
	"new_unit_id" integer NOT NULL,
	"extent" text NOT NULL,
	"share" numeric,
	"source" text DEFAULT '' NOT NULL,
	CONSTRAINT "unit_lineage_old_unit_id_new_unit_id_pk" PRIMARY KEY("old_unit_id","new_unit_id"),
	CONSTRAINT "unit_lineage_share" CHECK ("unit_lineage"."share" > 0 and "unit_lineage"."share" <= 1)
);
--> statement-breakpoint
CREATE TABLE "change_counter" (
	"id" integer PRIMARY KEY NOT NULL,
	"last_number" bigint NOT NULL,
	"pruned_to" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_log" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"payload" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"unit_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"basis" text NOT NULL,
	"able" integer[] NOT NULL,
	"base" integer[] NOT NULL,
	"hidden_measures" integer DEFAULT 0 NOT NULL,
	"reports" integer NOT NULL,
	"reports_on_time" integer NOT NULL,
	"own_report" boolean NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"approved_at" timestamp with time zone,
	CONSTRAINT "coverage_unit_id_period_id_basis_pk" PRIMARY KEY("unit_id","period_id","basis")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"code" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"counting_unit" text NOT NULL,
	"indicator_group" text NOT NULL,
	"direction" text NOT NULL,
	"time_rule" text NOT NULL,
	"unit_rule" text NOT NULL,
	"numerator_code" text,
	"denominator_code" text,
	"definition_vi" text NOT NULL,
	"definition_en" text NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotent_answer" (
	"account_id" integer NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_answer_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "period_due_date" (
	"period_id" integer NOT NULL,
	"level" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "period_due_date_period_id_level_pk" PRIMARY KEY("period_id","level")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"first_received_at" timestamp with time zone NOT NULL,
	"on_time" boolean NOT NULL,
	"latest_revision" integer NOT NULL,
	"provisional_revision" integer,
	"approved_revision" integer,
	CONSTRAINT "report_unit_period" UNIQUE("unit_id","period_id")
);
--> statement-breakpoint
CREATE TABLE "report_revision" (
	"report_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"submitted_by" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"device_at" timestamp with time zone,
	"channel" text NOT NULL,
	"reason" text,
	"decided_by" integer,
	"decided_at" timestamp with time zone,
	"comment" text,
	"households" integer,
	"skill_1" integer,
	"skill_2" integer,
	"skill_3" integer,
	"skill_4" integer,
	"skill_5" integer,
	"all_five" integer,
	"assisted" integer,
	"vneid" integer,
	"service_account" integer,
	CONSTRAINT "report_revision_report_id_revision_pk" PRIMARY KEY("report_id","revision"),
	CONSTRAINT "report_revision_households" CHECK ("report_revision"."households" >= 0)
);
--> statement-breakpoint
CREATE TABLE "report_value" (
	"report_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"indicator_code" text NOT NULL,
	"status" text NOT NULL,
	"value" bigint,
	"qualifier" text DEFAULT '=' NOT NULL,
	CONSTRAINT "report_value_report_id_revision_indicator_code_pk" PRIMARY KEY("report_id","revision","indicator_code"),
	CONSTRAINT "report_value_present" CHECK (("report_value"."status" = 'value') = ("report_value"."value" is not null))
);
--> statement-breakpoint
CREATE TABLE "reporting_period" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reporting_period_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "reporting_period_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "team_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"name" text NOT NULL,
	"founded_on" date NOT NULL,
	"closed_on" date
);
--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admin_unit" ADD CONSTRAINT "admin_unit_parent_id_admin_unit_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundary" ADD CONSTRAINT "boundary_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boundary_layer" ADD CONSTRAINT "boundary_layer_scope_unit_id_admin_unit_id_fk" FOREIGN KEY ("scope_unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_register" ADD CONSTRAINT "household_register_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_old_unit_id_admin_unit_id_fk" FOREIGN KEY ("old_unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_new_unit_id_admin_unit_id_fk" FOREIGN KEY ("new_unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotent_answer" ADD CONSTRAINT "idempotent_answer_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_due_date" ADD CONSTRAINT "period_due_date_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_submitted_by_account_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_value" ADD CONSTRAINT "report_value_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_value" ADD CONSTRAINT "report_value_report_id_revision_report_revision_report_id_revision_fk" FOREIGN KEY ("report_id","revision") REFERENCES "public"."report_revision"("report_id","revision") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_account" ON "audit_log" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "admin_unit_parent" ON "admin_unit" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "admin_unit_level" ON "admin_unit" USING btree ("level","valid_from");--> statement-breakpoint
CREATE INDEX "admin_unit_search_name" ON "admin_unit" USING btree ("search_name");--> statement-breakpoint
CREATE INDEX "boundary_layer_hash" ON "boundary_layer" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "unit_lineage_new" ON "unit_lineage" USING btree ("new_unit_id");--> statement-breakpoint
CREATE INDEX "coverage_period" ON "coverage" USING btree ("period_id","basis");--> statement-breakpoint
CREATE INDEX "report_period" ON "report" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "report_revision_waiting" ON "report_revision" USING btree ("report_id") WHERE "report_revision"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX "team_unit" ON "team" USING btree ("unit_id");