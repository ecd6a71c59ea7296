CREATE TABLE "indicator_switch" (
	"unit_id" integer NOT NULL,
	"indicator_code" text NOT NULL,
	"off_since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "indicator_switch_unit_id_indicator_code_pk" PRIMARY KEY("unit_id","indicator_code")
);
--> statement-breakpoint
ALTER TABLE "second_factor" ALTER COLUMN "confirmed_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "second_factor" ALTER COLUMN "last_step" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator_switch" ADD CONSTRAINT "indicator_switch_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_switch" ADD CONSTRAINT "indicator_switch_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" DROP COLUMN "created_at";