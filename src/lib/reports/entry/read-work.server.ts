import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { formCatalogue } from '../../indicators/form-catalogue.server';
import { reportableIn } from '../../indicators/reportable-in.server';
import { queryRows, type Database } from '../../server/db/client';
import { readEarlierReports } from '../earlier-reports.server';
import { listMonths } from '../periods.server';
import { readWarningFacts } from '../warning-facts.server';
import { readNewestRevisions } from './newest-revisions.server';
import type { EntryReport, EntryWork } from './work';

/** A month is reported late or corrected in the next one; older ones are for the desk. */
const openMonths = 2;
/** A commune with all its villages; a district's worth of reports is no work for a phone. */
const mostUnits = 60;

interface UnitRow extends Record<string, unknown> {
	unitId: number;
	periodId: number;
	period: string;
	unit: EntryReport['unit'];
	total: number;
}

/** What an account may enter, with everything that its phone needs to do so without a connection. */
export async function readEntryWork(
	database: Database,
	actor: Actor,
	{ locale, now }: { locale: 'vi' | 'en'; now: Date },
): Promise<EntryWork> {
	const periods = (await listMonths(database, now)).slice(0, openMonths);
	const rows = await readUnits(database, actor, periods);
	const newest = await readNewestRevisions(database, rows);
	const earlier = await readEarlierReports(database, rows);
	const warnings = await readWarningFacts(database, rows);
	const reports = rows.map(({ unitId, periodId, period, unit }): EntryReport => {
		const key = `${unitId}:${periodId}`;
		const before = earlier.get(key);
		return {
			unit,
			period,
			newest: newest.get(key) ?? null,
			earlier: before ? { ...before, values: Object.fromEntries(before.values) } : null,
			warnings: warnings.get(key) ?? { history: [], peers: {} },
		};
	});
	const asked = await reportableIn(
		database,
		rows.map(({ unitId }) => unitId),
	);
	// What was reported before it was switched off can still be corrected.
	const reported = reports.flatMap(({ newest: revision }) => Object.keys(revision?.values ?? {}));
	return {
		account: { id: actor.accountId, name: actor.displayName },
		catalogue: formCatalogue(locale, new Set([...asked, ...reported])),
		periods,
		reports,
		leftOut: Math.max(0, ...rows.map(({ total }) => total - mostUnits)),
	};
}

/** The reporting units of the actor in each period, villages before communes. */
function readUnits(
	database: Database,
	actor: Actor,
	periods: readonly { id: number; code: string; endsOn: string }[],
): Promise<UnitRow[]> {
	const granted = actor.grants
		.filter(({ role }) => role === 'reporter' || role === 'administrator')
		.map(({ unitId }) => unitId);
	return queryRows<UnitRow>(
		database,
		sql`with recursive tree as (
			select id from admin_unit where id = any(array(select jsonb_array_elements_text(${JSON.stringify(granted)}::jsonb)::int))
			union
			select child.id from tree join admin_unit child on child.parent_id = tree.id
		), numbered as (
			select unit.id as "unitId", period.id as "periodId", period.code as period, period."endsOn",
				jsonb_build_object('code', unit.code, 'name', unit.name, 'kind', unit.kind, 'level', unit.level,
					'parentName', coalesce(parent.name, '')) as unit,
				row_number() over (partition by period.id order by unit.level desc, unit.code) as position,
				count(*) over (partition by period.id)::int as total
			from tree join admin_unit unit on unit.id = tree.id
			left join admin_unit parent on parent.id = unit.parent_id
			join jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
				as period (id int, code text, "endsOn" date)
				on unit.valid_from <= period."endsOn" and (unit.valid_to is null or unit.valid_to > period."endsOn")
			where unit.level in ('commune', 'village')
		)
		select "unitId", "periodId", period, unit, total from numbered
		where position <= ${mostUnits} order by "endsOn" desc, position`,
	);
}
