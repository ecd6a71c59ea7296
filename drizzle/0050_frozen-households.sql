ALTER TABLE "award_freeze_unit" ADD COLUMN "households" integer;--> statement-breakpoint
ALTER TABLE "award_freeze_unit" DROP CONSTRAINT "award_freeze_unit_team_id_team_id_fk";
--> statement-breakpoint
ALTER TABLE "award_freeze_unit" DROP COLUMN "team_id";