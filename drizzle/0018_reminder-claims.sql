ALTER TABLE "reminder" ALTER COLUMN "sent_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reminder" ADD COLUMN "claimed_at" timestamp with time zone;--> statement-breakpoint
UPDATE "reminder" SET "claimed_at" = "sent_at";--> statement-breakpoint
ALTER TABLE "reminder" ALTER COLUMN "claimed_at" SET NOT NULL;
