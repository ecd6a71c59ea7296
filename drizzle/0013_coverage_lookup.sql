DROP INDEX "coverage_period";--> statement-breakpoint
CREATE INDEX "coverage_period" ON "coverage" USING btree ("period_id","basis","unit_id");