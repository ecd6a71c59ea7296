-- Communes report before whoever sums up for the level above. An installation that has begun keeps its days.
UPDATE "deadline_version" SET "due_days" = jsonb_set("due_days", '{month,commune}', '27')
WHERE "created_by" IS NULL AND "due_days" #>> '{month,commune}' = '28' AND NOT EXISTS (SELECT FROM "account");
