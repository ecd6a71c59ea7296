ALTER TABLE "award_dismissed_conflict" DROP CONSTRAINT "award_dismissed_conflict_nomination_id_member_id_ground_pk";--> statement-breakpoint
ALTER TABLE "award_dismissed_conflict" ADD COLUMN "tie" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- What was looked at is known where there could be but one; a unit above or below may have been any, so that its dismissal lapses.
UPDATE "award_dismissed_conflict" dismissed SET "tie" = CASE dismissed."ground"
		WHEN 'ownUnit' THEN 'unit:' || nomination."unit_id"
		WHEN 'ownTeam' THEN 'team:' || nomination."team_id"
		WHEN 'nominated' THEN 'nomination'
		ELSE '' END
	FROM "award_nomination" nomination
	WHERE nomination."id" = dismissed."nomination_id" AND (dismissed."ground" <> 'ownTeam' OR nomination."team_id" IS NOT NULL);--> statement-breakpoint
ALTER TABLE "award_dismissed_conflict" ALTER COLUMN "tie" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "award_dismissed_conflict" ADD CONSTRAINT "award_dismissed_conflict_nomination_id_member_id_ground_tie_pk" PRIMARY KEY("nomination_id","member_id","ground","tie");
