CREATE TABLE "published_figures" (
	"period_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"number" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"figures" jsonb,
	"correction" text,
	CONSTRAINT "published_figures_period_id_unit_id_number_pk" PRIMARY KEY("period_id","unit_id","number")
);
--> statement-breakpoint
ALTER TABLE "ticket_event" ADD COLUMN "public_question" text;--> statement-breakpoint
ALTER TABLE "ticket_event" ADD COLUMN "public_answer" text;--> statement-breakpoint
ALTER TABLE "published_figures" ADD CONSTRAINT "published_figures_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_figures" ADD CONSTRAINT "published_figures_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_figures_correction" ON "published_figures" USING btree ("number") WHERE "published_figures"."correction" is not null;--> statement-breakpoint
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_public" CHECK (("ticket_event"."public_question" is null) = ("ticket_event"."public_answer" is null));