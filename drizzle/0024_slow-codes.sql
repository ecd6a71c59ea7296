ALTER TABLE "recovery_code" ADD COLUMN "slow" boolean DEFAULT true NOT NULL;--> statement-breakpoint
UPDATE "recovery_code" SET "slow" = false;
