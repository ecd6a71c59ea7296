CREATE TABLE "take_down" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "take_down_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"period_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"number" bigint NOT NULL,
	"before_number" bigint NOT NULL,
	"unit_ids" integer[] NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "take_down_once" UNIQUE("period_id","unit_id","number")
);
--> statement-breakpoint
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;