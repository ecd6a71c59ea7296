import { sql } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { documentRules } from './documents';
import { isValidOn } from '../../server/db/unit-tree';

/**
 * Adds the rules of the documents that the program brings along, once whoever issued them is there.
 * Rules that are stored already stay as they are, since an administrator may have closed them; only
 * those that were once given to the whole province of a district are brought back to it.
 */
export async function syncCompositionRules(database: Database): Promise<void> {
	const given = JSON.stringify(
		documentRules.map(({ issuer, ...rule }, line) => ({
			...rule,
			line,
			issuerLevel: issuer.level,
			issuerCode: issuer.code,
		})),
	);
	const issued = sql`(
		select row.*, unit.id as unit_id, unit.valid_to
		from jsonb_to_recordset(${given}::jsonb)
			as row (line int, code text, "issuerLevel" text, "issuerCode" text, level text, kinds text[], "validFrom" date,
				demand jsonb, binding boolean, document text, clause text, "wordingVi" text, "wordingEn" text)
		left join admin_unit unit on unit.code = row."issuerCode" and unit.level = row."issuerLevel"
			and ${isValidOn('unit', sql`row."validFrom"`)}
	)`;
	// Where the district isn't known, the rule is for nobody until it is.
	await database.execute(
		sql`update composition_rule rule set unit_id = coalesce(row.unit_id, rule.unit_id), valid_to = case
				when row.unit_id is null then rule.valid_from
				when rule.valid_to = rule.valid_from then row.valid_to
				else coalesce(rule.valid_to, row.valid_to) end
			from ${issued} row, admin_unit bound
			where rule.code = row.code and row."issuerLevel" = 'district'
				and bound.id = rule.unit_id and bound.level = 'province'`,
	);
	await database.execute(
		sql`insert into composition_rule
				(code, unit_id, level, kinds, valid_from, valid_to, demand, binding, document, clause, wording_vi, wording_en)
			select code, unit_id, level, kinds, "validFrom", valid_to, demand, binding, document, clause,
				"wordingVi", "wordingEn"
			from ${issued} row where unit_id is not null order by line
			on conflict (code) do nothing`,
	);
}
