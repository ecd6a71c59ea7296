-- A merger counts as re-establishing on its day; teams merged before hadn't been told so.
UPDATE "team" SET "reestablished_on" = "merger"."merged_on"
FROM "team_merger" "merger"
WHERE "merger"."team_id" = "team"."id" AND "merger"."undone_at" IS NULL AND "team"."reestablished_on" IS NULL;
