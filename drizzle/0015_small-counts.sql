ALTER TABLE "coverage" ADD COLUMN "public_able" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "coverage" ADD COLUMN "public_base" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "coverage" ADD COLUMN "waiting_measures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "coverage" ADD COLUMN "publication" jsonb;--> statement-breakpoint
CREATE INDEX "coverage_unpublished" ON "coverage" USING btree ("period_id","unit_id") WHERE "coverage"."basis" = 'approved' and "coverage"."own_report" and "coverage"."publication" is null;--> statement-breakpoint
ALTER TABLE "coverage" DROP COLUMN "hidden_measures";