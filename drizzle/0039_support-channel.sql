ALTER TABLE "office_contact" ADD COLUMN "channel" text DEFAULT '' NOT NULL;
