import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { MaterialLanguage, MaterialLevel } from '../../../contracts/library';
import type { DigitalSkill } from '../../../contracts/teams/teams';
import { account } from './accounts';
import { activity } from './activities';
import { adminUnit } from './admin-units';
import { storedFile } from './files';
import { instant } from './columns';

/** Teaching material: a file or a link. Internal: for the unit that offers it and everything below. */
export const material = pgTable(
	'material',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		title: text().notNull(),
		description: text().notNull(),
		/** `searchKey` of title and description. */
		searchText: text('search_text').notNull(),
		/** Null: all five. */
		skill: integer().$type<DigitalSkill>(),
		level: text().$type<MaterialLevel>().notNull(),
		language: text().$type<MaterialLanguage>().notNull(),
		fileId: integer('file_id').references(() => storedFile.id),
		link: text(),
		addedBy: integer('added_by')
			.notNull()
			.references(() => account.id),
		addedAt: instant('added_at').notNull(),
		withdrawnAt: instant('withdrawn_at'),
	},
	(table) => [
		index('material_unit').on(table.unitId),
		check('material_skill', sql`${table.skill} between 1 and 5`),
		check('material_content', sql`(${table.fileId} is null) <> (${table.link} is null)`),
	],
);

/** Which class was taught by which material. Who sat in it is only known as a count. */
export const materialClass = pgTable(
	'material_class',
	{
		materialId: integer('material_id')
			.notNull()
			.references(() => material.id),
		activityId: integer('activity_id')
			.notNull()
			.references(() => activity.id),
		linkedBy: integer('linked_by')
			.notNull()
			.references(() => account.id),
		linkedAt: instant('linked_at').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.materialId, table.activityId] }),
		index('material_class_activity').on(table.activityId),
	],
);
