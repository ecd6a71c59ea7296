import { date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ConcealedParts, RowState } from '../../../contracts/papers';
import type {
	ReadTeamRow,
	StatedTotals,
	TeamFileKind,
	TeamRowView,
} from '../../../contracts/teams/files';
import { account } from './accounts';
import { team } from './teams';
import { instant, recordedAt } from './columns';

/** Files about teams between their preview and the sender's word; forgotten after a day. */
export const teamImport = pgTable(
	'team_import',
	{
		/** Random: part of the preview's address. */
		id: text().primaryKey(),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id),
		kind: text().$type<TeamFileKind>().notNull(),
		/** The day that the files speak of. */
		day: date().notNull(),
		totals: jsonb().$type<StatedTotals[]>().notNull(),
		concealed: jsonb().$type<ConcealedParts>().notNull().default({ sheets: [], columns: [] }),
		createdAt: instant('created_at').notNull(),
		/** When its rows were stored; null while they wait. */
		confirmedAt: instant('confirmed_at'),
		/** What came of them, once confirmed. */
		stored: jsonb().$type<Record<RowState, number>>(),
	},
	(table) => [index('team_import_created').on(table.createdAt)],
);

/** Internal: names and phones. Rows that were stored are taken out at once. */
export const teamImportRow = pgTable(
	'team_import_row',
	{
		importId: text('import_id')
			.notNull()
			.references(() => teamImport.id, { onDelete: 'cascade' }),
		/** 0, 1, 2 … in the order of the files. */
		position: integer().notNull(),
		state: text().$type<RowState>().notNull(),
		read: jsonb().$type<ReadTeamRow>().notNull(),
		view: jsonb().$type<TeamRowView>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.importId, table.position] })],
);

/** How many members a list of teams states, which counts until the team's own roster is entered. */
export const statedTeamSize = pgTable(
	'stated_team_size',
	{
		teamId: integer('team_id')
			.notNull()
			.references(() => team.id),
		statedOn: date('stated_on').notNull(),
		members: integer().notNull(),
		recordedAt: recordedAt(),
	},
	(table) => [primaryKey({ columns: [table.teamId, table.statedOn] })],
);
