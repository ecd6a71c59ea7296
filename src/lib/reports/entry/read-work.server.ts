import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Period } from '../../contracts/reports';
import { formCatalogue } from '../../indicators/form-catalogue.server';
import { reportableIn } from '../../indicators/reportable-in.server';
import { enterpriseCodes } from '../../indicators/rules.server';
import { queryRows, type Database } from '../../server/db/client';
import { readEarlierReports } from '../earlier-reports.server';
import { readLogCounts } from '../log-counts.server';
import { listOpenPeriods } from '../open-periods.server';
import { readRequired } from '../required.server';
import { readTerms, termsOf, type Terms } from '../terms.server';
import { readWarningFacts } from '../warning-facts.server';
import { readNewestRevisions } from './newest-revisions.server';
import type { EntryReport, EntryWork } from './work';

/** A commune with all its villages; a district's worth of reports is no work for a phone. */
const mostUnits = 60;

interface UnitRow extends Record<string, unknown> {
	unitId: number;
	periodId: number;
	unit: EntryReport['unit'];
	/** Ids of the unit and everything above it, nearest first. */
	path: number[];
	total: number;
}

interface AskedRow extends UnitRow {
	period: Period;
	terms: Terms;
	villageDue: Date;
}

/** What an account may enter, with everything that its phone needs to do so without a connection. */
export async function readEntryWork(
	database: Database,
	actor: Actor,
	{ locale, now }: { locale: 'vi' | 'en'; now: Date },
): Promise<EntryWork> {
	const periods = await listOpenPeriods(database, now);
	const asked = await readAsked(database, actor, periods, now);
	const newest = await readNewestRevisions(database, asked);
	const open = await readOpen(database, asked, now);
	// What was reported is shown, though it be no longer required or open.
	const rows = asked.filter((row) => newest.has(keyOf(row)) || open.has(keyOf(row)));
	const earlier = await readEarlierReports(database, keysOf(rows));
	const warnings = await readWarningFacts(database, keysOf(rows));
	const log = await readLogCounts(database, rows, periods);
	const reports = rows.map((row): EntryReport => {
		const key = keyOf(row);
		const before = earlier.get(key);
		return {
			unit: row.unit,
			period: row.period.code,
			due: row.terms.due.toISOString(),
			newest: newest.get(key) ?? null,
			earlier: before ? { ...before, values: Object.fromEntries(before.values) } : null,
			warnings: warnings.get(key) ?? { history: [], peers: {} },
			log: log.get(key) ?? {},
		};
	});
	return {
		account: { id: actor.accountId, name: actor.displayName },
		catalogue: formCatalogue(locale, await readIndicators(database, rows, reports)),
		ofEnterprises: [...enterpriseCodes],
		periods: periods.filter(({ code }) => reports.some(({ period }) => period === code)),
		reports,
		leftOut: Math.max(0, ...asked.map(({ total }) => total - mostUnits)),
	};
}

const keyOf = ({ unitId, periodId }: Pick<UnitRow, 'unitId' | 'periodId'>) =>
	`${unitId}:${periodId}`;
const keysOf = (rows: readonly UnitRow[]) =>
	rows.map(({ unitId, periodId }) => ({ unitId, periodId }));

/** Those that are required and that intake isn't closed for. */
function readOpen(
	database: Database,
	rows: readonly AskedRow[],
	now: Date,
): Promise<ReadonlySet<string>> {
	const unlocked = rows.filter(({ terms: { locksAt } }) => locksAt === null || now < locksAt);
	return readRequired(
		database,
		unlocked.map(({ unitId, periodId, terms, villageDue }) => ({
			...{ unitId, periodId, villageDue },
			due: terms.due,
		})),
	);
}

/** What was reported before it was switched off can still be corrected. */
async function readIndicators(
	database: Database,
	rows: readonly UnitRow[],
	reports: readonly EntryReport[],
): Promise<Set<string>> {
	const idsOf = (isOfEnterprise: boolean) =>
		rows.flatMap(({ unitId, unit }) =>
			(unit.level === 'enterprise') === isOfEnterprise ? unitId : [],
		);
	const others = idsOf(false);
	return new Set([
		...(others.length > 0 ? await reportableIn(database, others) : []),
		...(idsOf(true).length > 0 ? enterpriseCodes : []),
		...reports.flatMap(({ newest }) => Object.keys(newest?.values ?? {})),
	]);
}

async function readAsked(
	database: Database,
	actor: Actor,
	periods: readonly Period[],
	now: Date,
): Promise<AskedRow[]> {
	const book = await readTerms(database, periods, now);
	const rows = await readUnits(database, actor, periods);
	// Period by period, as they are listed.
	return periods.flatMap((period) =>
		rows
			.filter(({ periodId }) => periodId === period.id)
			.map((row) => ({
				...row,
				period,
				terms: termsOf(book, period, row.unit.level, row.path),
				villageDue: termsOf(book, period, 'village', row.path).due,
			})),
	);
}

/** The units of the actor that each period is asked of, villages before communes. */
function readUnits(
	database: Database,
	actor: Actor,
	periods: readonly Period[],
): Promise<UnitRow[]> {
	const granted = actor.grants
		.filter(({ role }) => role === 'reporter' || role === 'administrator')
		.map(({ unitId }) => unitId);
	const ids = periods.map(({ id }) => id);
	return queryRows<UnitRow>(
		database,
		sql`with recursive tree as (
			select id from admin_unit where id = any(array(select jsonb_array_elements_text(${JSON.stringify(granted)}::jsonb)::int))
			union
			select child.id from tree join admin_unit child on child.parent_id = tree.id
		), period as (
			select id, unit_id, ends_on from reporting_period
			where id = any(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::int))
		), asked as (
			select id as period_id, unit_id from period where unit_id is not null
			union
			select asked.period_id, child.id from asked join admin_unit child on child.parent_id = asked.unit_id
		), numbered as (
			select unit.id as unit_id, period.id as period_id,
				jsonb_build_object('code', unit.code, 'name', unit.name, 'kind', unit.kind, 'level', unit.level,
					'parentName', coalesce(parent.name, '')) as unit,
				row_number() over (partition by period.id order by unit.level desc, unit.code) as position,
				count(*) over (partition by period.id)::int as total
			from tree join admin_unit unit on unit.id = tree.id
			left join admin_unit parent on parent.id = unit.parent_id
			join period on unit.valid_from <= period.ends_on and (unit.valid_to is null or unit.valid_to > period.ends_on)
			where unit.level in ('commune', 'village', 'enterprise') and (period.unit_id is null
				or exists (select from asked where asked.period_id = period.id and asked.unit_id = unit.id))
		)
		select numbered.unit_id as "unitId", numbered.period_id as "periodId", numbered.unit, numbered.total,
			(with recursive line as (
				select id, parent_id, 0 as depth from admin_unit where id = numbered.unit_id
				union all
				select above.id, above.parent_id, line.depth + 1
				from line join admin_unit above on above.id = line.parent_id
			) select jsonb_agg(id order by depth) from line) as path
		from numbered where position <= ${mostUnits} order by position`,
	);
}
