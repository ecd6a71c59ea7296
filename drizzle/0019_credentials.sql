CREATE TABLE "attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "credential_knowledge" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "credential_knowledge_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"known_to" integer NOT NULL,
	"kind" text NOT NULL,
	"link_id" integer,
	"token_id" integer,
	"since" timestamp with time zone,
	"until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "trusted_device" (
	"token_hash" text NOT NULL,
	"account_id" integer NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "trusted_device_token_hash_account_id_pk" PRIMARY KEY("token_hash","account_id")
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "password_temporary" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "by_link" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_step" ADD COLUMN "by_link" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_step" ADD COLUMN "second_step" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "credential_knowledge" ADD CONSTRAINT "credential_knowledge_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_knowledge" ADD CONSTRAINT "credential_knowledge_known_to_account_id_fk" FOREIGN KEY ("known_to") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_knowledge" ADD CONSTRAINT "credential_knowledge_link_id_sign_in_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."sign_in_link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential_knowledge" ADD CONSTRAINT "credential_knowledge_token_id_api_token_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."api_token"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_device" ADD CONSTRAINT "trusted_device_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempt_expire" ON "attempt" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "credential_knowledge_account" ON "credential_knowledge" USING btree ("account_id");--> statement-breakpoint
INSERT INTO "credential_knowledge" ("account_id", "known_to", "kind", "link_id", "since")
SELECT "account_id", "issued_by", 'link', "id", "used_at" FROM "sign_in_link";--> statement-breakpoint
INSERT INTO "credential_knowledge" ("account_id", "known_to", "kind", "since")
SELECT "account"."id", "knower"."id", 'password', "made"."at"
FROM "account"
JOIN "audit_log" "made" ON "made"."subject" = 'account:' || "account"."name" AND "made"."action" IN ('account.add', 'account.reset')
JOIN "account" "knower" ON "knower"."id" = "made"."account_id"
WHERE "account"."password_hash" IS NOT NULL AND NOT EXISTS (
	SELECT 1 FROM "audit_log" "later" WHERE "later"."subject" = "made"."subject" AND "later"."id" > "made"."id"
		AND "later"."action" IN ('account.reset', 'account.changePassword')
);--> statement-breakpoint
UPDATE "session" SET "by_link" = true
WHERE "account_id" IN (SELECT "id" FROM "account" WHERE "password_hash" IS NULL);
