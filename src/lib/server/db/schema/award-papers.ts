import { index, integer, jsonb, pgTable } from 'drizzle-orm/pg-core';
import type { AwardPaperSettings } from '../../../contracts/awards/paper-settings';
import { account } from './accounts';
import { awardSeason } from './awards';
import { instant } from './columns';

/** What a season's papers say of its province; the newest holds, those before stay. */
export const awardPaperSetting = pgTable(
	'award_paper_setting',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		seasonId: integer('season_id')
			.notNull()
			.references(() => awardSeason.id),
		settings: jsonb().$type<AwardPaperSettings>().notNull(),
		setBy: integer('set_by')
			.notNull()
			.references(() => account.id),
		setAt: instant('set_at').notNull(),
	},
	(table) => [index('award_paper_setting_season').on(table.seasonId)],
);
