import { getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { indicator } from '../server/db/schema';
import { catalogue } from './catalogue';

/**
 * Brings the stored catalogue up to the program's. Codes that the program no longer knows stay:
 * old reports refer to them.
 */
export async function syncCatalogue(database: Database): Promise<void> {
	const { code, ...others } = getTableColumns(indicator);
	const replaced = Object.fromEntries(
		Object.entries(others).map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)]),
	);
	await database
		.insert(indicator)
		.values(
			catalogue.map((row) => ({
				code: row.code,
				nameVi: row.name.vi,
				nameEn: row.name.en,
				countingUnit: row.countingUnit,
				group: row.group,
				direction: row.direction,
				timeRule: row.timeRule,
				unitRule: row.unitRule,
				numeratorCode: row.ratio?.numerator ?? null,
				denominatorCode: row.ratio?.denominator ?? null,
				definitionVi: row.definition.vi,
				definitionEn: row.definition.en,
				source: row.source,
			})),
		)
		.onConflictDoUpdate({ target: code, set: replaced });
}
