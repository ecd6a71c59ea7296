import { sql } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { documentRules } from './documents';

/**
 * Adds the rules of the documents that the program brings along, once their province is there.
 * Rules that are stored already stay as they are: an administrator may have closed them.
 */
export async function syncCompositionRules(database: Database): Promise<void> {
	await database.execute(
		sql`insert into composition_rule
				(code, unit_id, level, kinds, valid_from, valid_to, demand, document, clause, wording_vi, wording_en)
			select row.code, unit.id, row.level, row.kinds, row."validFrom", unit.valid_to, row.demand, row.document, row.clause,
				row."wordingVi", row."wordingEn"
			from jsonb_to_recordset(${JSON.stringify(documentRules)}::jsonb)
				as row (code text, "provinceCode" text, level text, kinds text[], "validFrom" date, demand jsonb,
					document text, clause text, "wordingVi" text, "wordingEn" text)
			join admin_unit unit on unit.code = row."provinceCode" and unit.level = 'province'
				and unit.valid_from <= row."validFrom" and (unit.valid_to is null or unit.valid_to > row."validFrom")
			on conflict (code) do nothing`,
	);
}
