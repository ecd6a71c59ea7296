import { and, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import { measures, type Basis, type Measure } from '../../contracts/coverage';
import type { Qualifier } from '../../contracts/reports';
import { reportableIndicators } from '../../indicators/reportable.server';
import { queryRows, type Database } from '../../server/db/client';
import { coverage, reportingPeriod } from '../../server/db/schema';
import { sumStated, type Stated } from './figures';
import type { Span } from './span';

/** Figures of one unit: counts by indicator, households by measure with what they are a share of. */
export interface UnitFigures {
	values: Map<string, Stated>;
	households: Map<Measure, { able: number; base: number }>;
}

export interface SpanFigures {
	/** Of the unit itself. */
	total: UnitFigures;
	/** Of the units right below it, by their id. */
	below: Map<number, UnitFigures>;
	/** The period that households are as of; null while none was reported. */
	householdsAsOf: string | null;
}

interface Row extends Record<string, unknown> {
	indicator: string;
	childId: number;
	counted: boolean;
	value: string;
	vague: boolean;
	more: boolean;
}

const codesOf = (timeRule: 'sumOfMonths' | 'latestValue') =>
	JSON.stringify(
		reportableIndicators.filter((one) => one.timeRule === timeRule).map(({ code }) => code),
	);

/**
 * What a unit and those right below it reported within a span. Counts of what happened add up over
 * periods, counts of how things stand are the newest; a unit's own figure takes the place of the
 * figures below it, a longer period's that of the shorter ones within it.
 */
export async function readSpanFigures(
	database: Database,
	unitId: number,
	span: Pick<Span, 'startsOn' | 'endsOn'>,
	basis: Basis,
): Promise<SpanFigures> {
	const rows = await readValues(database, unitId, span, basis);
	const below = new Map<number, UnitFigures>();
	const total = emptyFigures();
	const statedOf = ({ value, vague, more }: Row): Stated => ({
		value: Number(value),
		qualifier: qualifierOf(vague, more),
	});
	const counted = new Map<string, Stated[]>();
	const shown = new Map<number, Map<string, Stated[]>>();
	for (const row of rows) {
		if (row.counted) add(counted, row.indicator, statedOf(row));
		if (row.childId === unitId) continue;
		const own = shown.get(row.childId) ?? new Map<string, Stated[]>();
		shown.set(row.childId, own);
		add(own, row.indicator, statedOf(row));
	}
	fill(total, counted);
	for (const [childId, own] of shown) fill(figuresOf(below, childId), own);
	const householdsAsOf = await readHouseholds(database, unitId, span, basis, total, below);
	return { total, below, householdsAsOf };
}

const emptyFigures = (): UnitFigures => ({ values: new Map(), households: new Map() });
const qualifierOf = (vague: boolean, more: boolean): Qualifier => (vague ? '~' : more ? '>' : '=');

function figuresOf(below: Map<number, UnitFigures>, id: number): UnitFigures {
	const figures = below.get(id) ?? emptyFigures();
	below.set(id, figures);
	return figures;
}

function add(parts: Map<string, Stated[]>, code: string, stated: Stated): void {
	parts.set(code, [...(parts.get(code) ?? []), stated]);
}

function fill({ values }: UnitFigures, parts: ReadonlyMap<string, Stated[]>): void {
	for (const [code, stated] of parts) {
		const sum = sumStated(stated);
		if (sum) values.set(code, sum);
	}
}

function readValues(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
	basis: Basis,
): Promise<Row[]> {
	const pointer = sql.raw(basis === 'approved' ? 'approved_revision' : 'provisional_revision');
	return queryRows<Row>(
		database,
		sql`with recursive tree as (
			select id, level, id as group_id, id as child_id, 0 as depth from admin_unit where id = ${unitId}
			union
			select unit.id, unit.level, case when unit.level = 'village' then unit.parent_id else unit.id end,
				case when tree.depth = 0 then unit.id else tree.child_id end, tree.depth + 1
			from tree join admin_unit unit on unit.parent_id = tree.id
		), stated as (
			select tree.id as unit_id, tree.level, tree.group_id, tree.child_id, value.indicator_code as code,
				value.value, value.qualifier, period.starts_on, period.ends_on
			from tree
			join report on report.unit_id = tree.id
			join reporting_period period on period.id = report.period_id
				and period.starts_on >= ${startsOn} and period.ends_on <= ${endsOn}
			join report_value value on value.report_id = report.id and value.revision = report.${pointer}
				and value.status = 'value'
		), happened as (
			select *,
				max(ends_on) over (partition by unit_id, code order by starts_on, ends_on desc
					rows between unbounded preceding and 1 preceding) as longer_until,
				max(ends_on) filter (where level = 'commune') over (partition by group_id, code
					order by starts_on, ends_on desc, level rows unbounded preceding) as own_until
			from stated
			where code in (select jsonb_array_elements_text(${codesOf('sumOfMonths')}::jsonb))
		), latest as (
			select distinct on (unit_id, code) * from stated
			where code in (select jsonb_array_elements_text(${codesOf('latestValue')}::jsonb))
			order by unit_id, code, ends_on desc, starts_on
		), newest as (
			select *,
				max(ends_on) filter (where level = 'commune') over (partition by group_id, code) as own_until,
				max(ends_on) filter (where level = 'village') over (partition by group_id, code) as below_until
			from latest
		), figure as (
			select code, child_id, group_id, value, qualifier,
				level = 'village' and coalesce(own_until >= ends_on, false) as replaced
			from happened where coalesce(longer_until < ends_on, true)
			union all
			select code, child_id, group_id, value, qualifier,
				case level when 'village' then coalesce(own_until >= below_until, false)
					else coalesce(below_until > own_until, false) end as replaced
			from newest
		)
		select code as indicator, child_id as "childId", not replaced as counted, sum(value)::text as value,
			bool_or(qualifier = '~') as vague, bool_or(qualifier = '>') as more
		from figure
		where not replaced or group_id = ${unitId}
		group by 1, 2, 3`,
	);
}

/** Households are as of the newest period within the span, as coverage is. */
async function readHouseholds(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
	basis: Basis,
	total: UnitFigures,
	below: Map<number, UnitFigures>,
): Promise<string | null> {
	const [newest] = await database
		.select({ id: reportingPeriod.id, code: reportingPeriod.code })
		.from(coverage)
		.innerJoin(reportingPeriod, eq(reportingPeriod.id, coverage.periodId))
		.where(
			and(
				eq(coverage.unitId, unitId),
				eq(coverage.basis, basis),
				gte(reportingPeriod.startsOn, startsOn),
				lte(reportingPeriod.endsOn, endsOn),
				sql`(select max(households) from unnest(${coverage.base}) as households) > 0`,
			),
		)
		.orderBy(desc(reportingPeriod.endsOn), reportingPeriod.startsOn)
		.limit(1);
	if (!newest) return null;
	const children = sql`(select id from admin_unit where parent_id = ${unitId} or id = ${unitId})`;
	const rows = await database
		.select({ unitId: coverage.unitId, able: coverage.able, base: coverage.base })
		.from(coverage)
		.where(
			and(
				eq(coverage.periodId, newest.id),
				eq(coverage.basis, basis),
				inArray(coverage.unitId, children),
			),
		);
	for (const row of rows) {
		const figures = row.unitId === unitId ? total : figuresOf(below, row.unitId);
		for (const [index, measure] of measures.entries()) {
			const base = row.base[index] ?? 0;
			if (base > 0) figures.households.set(measure, { able: row.able[index] ?? 0, base });
		}
	}
	return newest.code;
}
