CREATE TABLE "past_row" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "past_row_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"relation" text NOT NULL,
	"key" text NOT NULL,
	"content" jsonb NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- Of rows that stand nobody knows when they were written: without the default, they have no moment.
ALTER TABLE "stated_team_size" ADD COLUMN "recorded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "stated_team_size" ALTER COLUMN "recorded_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "composition_rule" ADD COLUMN "recorded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "composition_rule" ALTER COLUMN "recorded_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "recorded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "team" ALTER COLUMN "recorded_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "team_member" ADD COLUMN "recorded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "team_member" ALTER COLUMN "recorded_at" SET DEFAULT now();--> statement-breakpoint
CREATE INDEX "past_row_key" ON "past_row" USING btree ("relation","key","until");
--> statement-breakpoint
-- The first argument names the columns of the row's key, the others what is kept: no names, no phones.
CREATE FUNCTION keep_past_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	before jsonb := (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(OLD)) WHERE key = ANY (TG_ARGV[1:]));
	after jsonb := (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(NEW)) WHERE key = ANY (TG_ARGV[1:]));
BEGIN
	IF after = before THEN
		RETURN NULL;
	END IF;
	INSERT INTO past_row (relation, key, content, until)
	SELECT TG_TABLE_NAME, string_agg(before ->> part, '/' ORDER BY at), before, now()
	FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY parts (part, at);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER team_past AFTER UPDATE OR DELETE ON "team"
	FOR EACH ROW EXECUTE FUNCTION keep_past_row('id', 'id', 'unit_id', 'kind', 'founded_on', 'closed_on', 'roster_complete_on', 'recorded_at');
--> statement-breakpoint
CREATE TRIGGER team_member_past AFTER UPDATE OR DELETE ON "team_member"
	FOR EACH ROW EXECUTE FUNCTION keep_past_row('id', 'id', 'team_id', 'youth', 'from_on', 'until_on', 'recorded_at');
--> statement-breakpoint
CREATE TRIGGER stated_team_size_past AFTER UPDATE OR DELETE ON "stated_team_size"
	FOR EACH ROW EXECUTE FUNCTION keep_past_row('team_id,stated_on', 'team_id', 'stated_on', 'members', 'recorded_at');
--> statement-breakpoint
CREATE TRIGGER composition_rule_past AFTER UPDATE OR DELETE ON "composition_rule"
	FOR EACH ROW EXECUTE FUNCTION keep_past_row('id', 'id', 'code', 'unit_id', 'level', 'kinds', 'valid_from', 'valid_to', 'demand', 'binding', 'document', 'clause', 'wording_vi', 'wording_en', 'recorded_at');
