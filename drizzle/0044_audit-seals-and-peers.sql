CREATE TABLE "audit_seal" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"entry_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_seal_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "award_peer_group" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_peer_group_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"category_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"peers" integer[] NOT NULL,
	"households" integer,
	"density" double precision,
	"reason" text NOT NULL,
	"set_by" integer NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ticket" ALTER COLUMN "raised_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "boundary" ADD COLUMN "area" double precision;--> statement-breakpoint
ALTER TABLE "award_peer_group" ADD CONSTRAINT "award_peer_group_category_id_award_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."award_category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_peer_group" ADD CONSTRAINT "award_peer_group_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_peer_group" ADD CONSTRAINT "award_peer_group_set_by_account_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_peer_group_unit" ON "award_peer_group" USING btree ("category_id","unit_id","id");--> statement-breakpoint
-- What is pruned says so: a deletion passes only where the transaction was opened for it, and its seal stays.
CREATE OR REPLACE FUNCTION audit_log_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND current_setting('nhip_so.audit_prune', true) = 'on' THEN
		RETURN NULL;
	END IF;
	RAISE EXCEPTION 'audit_log is append-only';
END
$$;
--> statement-breakpoint
CREATE FUNCTION audit_seal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'audit_seal is append-only';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal"
FOR EACH STATEMENT EXECUTE FUNCTION audit_seal_refuse_change();
--> statement-breakpoint
-- Every season so far had its ceremony on 10/10, by the paper that it was opened with.
INSERT INTO "award_setting" ("season_id", "key", "value", "basis", "reason", "set_by", "set_at")
SELECT "season"."id", "added"."key", 10, coalesce((
	SELECT "first"."basis" FROM "award_setting" "first" WHERE "first"."season_id" = "season"."id"
	ORDER BY "first"."id" LIMIT 1
), ''), '', "season"."opened_by", "season"."opened_at"
FROM "award_season" "season" CROSS JOIN (VALUES ('ceremonyMonth'), ('ceremonyDay')) "added" ("key");
