import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { formKindOf, type Period } from '../../contracts/reports';
import { readRegisterLimitsByPeriod } from '../../coverage/register-limits.server';
import { readRequired } from '../../coverage/required.server';
import { formCatalogue } from '../../indicators/form-catalogue.server';
import { askedOf } from '../../indicators/asked-of.server';
import { queryRows, type Database } from '../../server/db/client';
import { readEarlierReports } from '../intake/earlier-reports.server';
import { readLogCounts } from '../form/log-counts.server';
import { listOpenPeriods } from '../periods/open-periods.server';
import { readTerms, termsOf, type Terms } from '../periods/terms.server';
import { readWarningFacts } from '../intake/warning-facts.server';
import { readNewestRevisions } from './newest-revisions.server';
import type { EntryReport, EntryWork } from './work';
import { idList } from '../../server/db/among';
import { standsOn, unitsAbove, unitsBelow } from '../../server/db/unit-tree';

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
	const limits = await readRegisterLimitsByPeriod(
		database,
		[...new Set(rows.map(({ unitId }) => unitId))],
		periods,
	);
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
			register: limits.get(row.periodId)?.get(row.unitId) ?? null,
			log: log.get(key) ?? {},
		};
	});
	const forms = await readForms(database, rows);
	const reported = reports.flatMap(({ newest }) => Object.keys(newest?.values ?? {}));
	return {
		account: { id: actor.accountId, name: actor.displayName },
		catalogue: formCatalogue(locale, new Set([...Object.values(forms).flat(), ...reported])),
		forms,
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
async function readOpen(
	database: Database,
	rows: readonly AskedRow[],
	now: Date,
): Promise<ReadonlySet<string>> {
	const unlocked = rows.filter(({ terms: { locksAt } }) => locksAt === null || now < locksAt);
	const units = new Set(unlocked.map(({ unitId }) => unitId));
	const periods = new Set(unlocked.map(({ period }) => period));
	const required = await readRequired(database, [...units], [...periods]);
	return new Set(unlocked.map(keyOf).filter((key) => required.has(key)));
}

/** Which indicators each kind of form asks for. */
async function readForms(
	database: Database,
	rows: readonly UnitRow[],
): Promise<EntryWork['forms']> {
	const forms: EntryWork['forms'] = {};
	for (const form of new Set(rows.map(({ unit }) => formKindOf(unit)))) {
		const ids = rows.filter(({ unit }) => formKindOf(unit) === form).map(({ unitId }) => unitId);
		forms[form] = [...(await askedOf(database, ids, form))];
	}
	return forms;
}

async function readAsked(
	database: Database,
	actor: Actor,
	periods: readonly Period[],
	now: Date,
): Promise<AskedRow[]> {
	const periodTerms = await readTerms(database, periods, now);
	const rows = await readUnits(database, actor, periods);
	// Period by period, as they are listed.
	return periods.flatMap((period) =>
		rows
			.filter(({ periodId }) => periodId === period.id)
			.map((row) => ({
				...row,
				period,
				terms: termsOf(periodTerms, period, row.unit.level, row.path),
			})),
	);
}

/** The units of the actor that each period is asked of: few that are high up, then villages before communes. */
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
		sql`with tree as (
			select distinct id from ${unitsBelow(granted)} below
		), period as (
			select id, unit_id, ends_on from reporting_period
			where id in ${idList(ids)}
		), asked as (
			select period.id as period_id, below.id as unit_id
			from period join ${unitsBelow(sql`(select unit_id from period)`)} below on below.root_id = period.unit_id
		), numbered as (
			select unit.id as unit_id, period.id as period_id,
				jsonb_build_object('code', unit.code, 'name', unit.name, 'kind', unit.kind, 'level', unit.level,
					'parentName', coalesce(parent.name, '')) as unit,
				row_number() over (partition by period.id order by
					array_position(array['province', 'district', 'organisation', 'village', 'commune'], unit.level), unit.code) as position,
				count(*) over (partition by period.id)::int as total
			from tree join admin_unit unit on unit.id = tree.id
			left join admin_unit parent on parent.id = unit.parent_id
			join period on ${standsOn('unit', 'parent', sql`period.ends_on`)}
			where unit.level <> 'country' and (period.unit_id is null
				or exists (select from asked where asked.period_id = period.id and asked.unit_id = unit.id))
		)
		select numbered.unit_id as "unitId", numbered.period_id as "periodId", numbered.unit, numbered.total,
			(select jsonb_agg(id order by depth) from ${unitsAbove(sql`(numbered.unit_id)`)} line) as path
		from numbered where position <= ${mostUnits} order by position`,
	);
}
