import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { FlagCode } from '../../../contracts/awards/flags';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { awardSeason } from './awards';
import { instant } from './columns';

/** What a unit says about something odd in its reports. Never changed: who has more to say says it beside. */
export const awardFlagAnswer = pgTable(
	'award_flag_answer',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		seasonId: integer('season_id')
			.notNull()
			.references(() => awardSeason.id),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		code: text().$type<FlagCode>().notNull(),
		/** The reports that it was seen in when the unit answered: others that come later ask again. */
		reportIds: integer('report_ids').array().notNull(),
		text: text().notNull(),
		answeredBy: integer('answered_by')
			.notNull()
			.references(() => account.id),
		answeredAt: instant('answered_at').notNull(),
	},
	(table) => [index('award_flag_answer_season').on(table.seasonId, table.unitId)],
);
