CREATE TABLE "award_category" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_category_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"season_id" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"quota" integer NOT NULL,
	CONSTRAINT "award_category_name" UNIQUE("season_id","name"),
	CONSTRAINT "award_category_quota" CHECK ("award_category"."quota" > 0)
);
--> statement-breakpoint
CREATE TABLE "award_season" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_season_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	"counts_from" date NOT NULL,
	"counts_until" date NOT NULL,
	"opened_by" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_season_name" UNIQUE("unit_id","year","name"),
	CONSTRAINT "award_season_counts" CHECK ("award_season"."counts_from" < "award_season"."counts_until")
);
--> statement-breakpoint
ALTER TABLE "award_category" ADD CONSTRAINT "award_category_season_id_award_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_season" ADD CONSTRAINT "award_season_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_season" ADD CONSTRAINT "award_season_opened_by_account_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_category_season" ON "award_category" USING btree ("season_id");