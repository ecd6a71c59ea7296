import { and, eq, sql } from 'drizzle-orm';
import { measures, type Basis, type Measure } from '../../contracts/coverage';
import type { Qualifier } from '../../contracts/reports';
import { reportableIndicators } from '../../indicators/reportable.server';
import { latestCompletePeriod } from '../../reports/derived/latest-complete.server';
import { queryRows, type Database } from '../../server/db/client';
import { coverage } from '../../server/db/schema';
import { sumStated, type Stated } from './figures';
import { foldFigures, type BesideFigure, type FigureNode } from './fold-figures';
import type { Span } from './span';
import { unitsBelow } from '../../server/db/unit-tree';

/** Figures of one unit: counts by indicator, households by measure with what they are a share of. */
export interface UnitFigures {
	values: Map<string, Stated>;
	households: Map<Measure, { able: number; base: number }>;
}

export interface SpanFigures {
	/** Of the unit itself: what it and everybody below it count, nothing twice. */
	total: UnitFigures;
	/** What its own report says; empty for a unit that is the sum of its villages. */
	own: UnitFigures;
	/** Of the units right below, by their id. */
	below: Map<number, UnitFigures>;
	/** By indicator, figures that count the same once more and so are no part of the total. */
	beside: Map<string, BesideFigure[]>;
	/** The period that households are as of, the latest complete one; null while none was reported. */
	householdsAsOf: string | null;
}

interface Row extends Record<string, unknown> {
	indicator: string;
	groupId: number;
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
const countings = new Map(reportableIndicators.map(({ code, counting }) => [code, counting]));

/**
 * What a unit and those right below it reported within a span. Counts of what happened add up over
 * periods, counts of how things stand are the newest, households those of the latest complete period; a commune's own figure takes the place of its
 * villages', a longer period's that of the shorter ones within it. Who counts what is the indicator's rule.
 */
export async function readSpanFigures(
	database: Database,
	unitId: number,
	span: Pick<Span, 'startsOn' | 'endsOn'>,
	basis: Basis,
): Promise<SpanFigures> {
	const rows = await readValues(database, unitId, span, basis);
	const nodes = await readNodes(database, unitId);
	const own = statedBy(
		rows.filter(({ counted }) => counted),
		({ groupId }) => groupId,
	);
	const root = nodes.find(({ id }) => id === unitId) ?? {
		id: unitId,
		parentId: null,
		level: 'village',
	};
	const folded = foldFigures(root, nodes, own, (code) => countings.get(code) ?? 'places');
	const figures = folded.get(unitId);
	const below = new Map<number, UnitFigures>();
	for (const { id, parentId } of nodes) {
		const values = folded.get(id)?.total;
		if (parentId === unitId && values && values.size > 0)
			below.set(id, { ...emptyFigures(), values });
	}
	// A commune's villages are no nodes of their own: what each reported is shown, whatever counts.
	const villages = rows.filter(({ groupId, childId }) => groupId === unitId && childId !== unitId);
	for (const [id, values] of statedBy(villages, ({ childId }) => childId))
		below.set(id, { ...emptyFigures(), values });
	const total = { ...emptyFigures(), values: figures?.total ?? new Map<string, Stated>() };
	const sumsUp = root.level === 'commune' || root.level === 'village';
	return {
		total,
		own: {
			...emptyFigures(),
			values: (sumsUp ? undefined : own.get(unitId)) ?? new Map<string, Stated>(),
		},
		below,
		beside: figures?.beside ?? new Map<string, BesideFigure[]>(),
		householdsAsOf: await readHouseholds(database, unitId, span, basis, total, below),
	};
}

const emptyFigures = (): UnitFigures => ({ values: new Map(), households: new Map() });
const qualifierOf = (vague: boolean, more: boolean): Qualifier => (vague ? '~' : more ? '>' : '=');

function figuresOf(below: Map<number, UnitFigures>, id: number): UnitFigures {
	const figures = below.get(id) ?? emptyFigures();
	below.set(id, figures);
	return figures;
}

function statedBy(
	rows: readonly Row[],
	unitOf: (row: Row) => number,
): Map<number, Map<string, Stated>> {
	const stated = new Map<number, Map<string, Stated>>();
	for (const row of rows) {
		const values = stated.get(unitOf(row)) ?? new Map<string, Stated>();
		stated.set(unitOf(row), values);
		const part = { value: Number(row.value), qualifier: qualifierOf(row.vague, row.more) };
		const before = values.get(row.indicator);
		const sum = sumStated(before ? [before, part] : [part]);
		if (sum) values.set(row.indicator, sum);
	}
	return stated;
}

/** The unit and everything below it but villages. */
const readNodes = (database: Database, unitId: number) =>
	queryRows<FigureNode & Record<string, unknown>>(
		database,
		sql`select id, parent_id as "parentId", level from ${unitsBelow(unitId)} below where level <> 'village'`,
	);

function readValues(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
	basis: Basis,
): Promise<Row[]> {
	const pointer = sql.raw(basis === 'approved' ? 'approved_revision' : 'provisional_revision');
	return queryRows<Row>(
		database,
		sql`with tree as (
			select id, level, id as group_id, id as child_id, 0 as depth from admin_unit where id = ${unitId}
			union all
			select id, level, case when level = 'village' then parent_id else id end, root_id, depth + 1
			from ${unitsBelow(sql`(select id from admin_unit where parent_id = ${unitId})`)} below
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
		select code as indicator, group_id as "groupId", child_id as "childId", not replaced as counted, sum(value)::text as value,
			bool_or(qualifier = '~') as vague, bool_or(qualifier = '>') as more
		from figure
		where not replaced or group_id = ${unitId}
		group by 1, 2, 3, 4`,
	);
}

/** Households are as of the latest complete period within the span, as at the desk. */
async function readHouseholds(
	database: Database,
	unitId: number,
	span: Pick<Span, 'startsOn' | 'endsOn'>,
	basis: Basis,
	total: UnitFigures,
	below: Map<number, UnitFigures>,
): Promise<string | null> {
	const newest = await latestCompletePeriod(database, unitId, span, basis);
	if (!newest) return null;
	const children = sql`(select id from admin_unit where parent_id = ${unitId} or id = ${unitId})`;
	const rows = await database
		.select({ unitId: coverage.unitId, able: coverage.able, base: coverage.base })
		.from(coverage)
		.where(
			and(
				eq(coverage.periodId, newest.id),
				eq(coverage.basis, basis),
				sql`${coverage.unitId} in ${children}`,
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
