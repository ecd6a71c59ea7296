ALTER TABLE "award_council" DROP CONSTRAINT "award_council_shares";--> statement-breakpoint
ALTER TABLE "award_council" DROP COLUMN "quorum_share";--> statement-breakpoint
ALTER TABLE "award_council" DROP COLUMN "majority_share";--> statement-breakpoint
ALTER TABLE "award_council" DROP COLUMN "majority_of";--> statement-breakpoint
ALTER TABLE "award_council" DROP COLUMN "written_counts";--> statement-breakpoint
ALTER TABLE "award_council" DROP COLUMN "legal_basis";--> statement-breakpoint
ALTER TABLE "award_dossier_rule" DROP COLUMN "years_since_award";--> statement-breakpoint
ALTER TABLE "award_dossier_rule" DROP COLUMN "years_basis";