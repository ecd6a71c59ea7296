ALTER TABLE "ticket_event" ALTER COLUMN "by_account_id" DROP NOT NULL;
