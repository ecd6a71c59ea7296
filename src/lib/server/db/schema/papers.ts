import { customType, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type {
	ConcealedParts,
	FilePlace,
	OfficialTexts,
	UploadedRow,
} from '../../../contracts/papers';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { instant } from './columns';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Files of reports between their preview and the sender's word; forgotten after a day. */
export const reportUpload = pgTable(
	'report_upload',
	{
		/** Random: part of the preview's address. */
		id: text().primaryKey(),
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id),
		createdAt: instant('created_at').notNull(),
		/** When its rows were stored as reports; null while they wait. */
		confirmedAt: instant('confirmed_at'),
	},
	(table) => [index('report_upload_created').on(table.createdAt)],
);

export const reportUploadFile = pgTable(
	'report_upload_file',
	{
		uploadId: text('upload_id')
			.notNull()
			.references(() => reportUpload.id, { onDelete: 'cascade' }),
		/** 0, 1, 2 … in the order of sending. */
		position: integer().notNull(),
		/** As it was called on the device it came from; shown, never used as a path. */
		name: text().notNull(),
		content: bytea().notNull(),
		/** Why the file as a whole was refused; null when its rows were read. */
		refusal: text(),
		/** Where in the file that is so. */
		refusalPlace: jsonb('refusal_place').$type<FilePlace>(),
		concealed: jsonb().$type<ConcealedParts>().notNull().default({ sheets: [], columns: [] }),
		rows: jsonb().$type<UploadedRow[]>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.uploadId, table.position] })],
);

/** What a clerk writes into a unit's official report, beside the numbers. */
export const officialReport = pgTable(
	'official_report',
	{
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		/** `2026-10`, `2026-Q4`, `2026-H1`, `2026` or `2022-01..2024-10`. */
		span: text().notNull(),
		texts: jsonb().$type<OfficialTexts>().notNull(),
		updatedBy: integer('updated_by')
			.notNull()
			.references(() => account.id),
		updatedAt: instant('updated_at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.unitId, table.span] })],
);
