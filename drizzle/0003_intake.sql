ALTER TABLE "report_revision" ADD COLUMN "source" text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE "report_revision" ADD COLUMN "client_id" uuid;--> statement-breakpoint
ALTER TABLE "report_revision" ADD COLUMN "explanations" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_client" UNIQUE("submitted_by","client_id");