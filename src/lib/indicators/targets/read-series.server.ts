import { sql } from 'drizzle-orm';
import { measures } from '../../contracts/coverage';
import type { UnitLevel } from '../../contracts/admin-units';
import { splitParts } from '../../contracts/numbers/counting';
import type { TimeRule } from '../../contracts/indicators';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { catalogue } from '../catalogue';
import type { Indicator } from '../indicator';
import { divideSeries, foldSeries, keepPairs, seriesLength, type Series } from './series';
import { householdMeasureOf, isShare } from './subjects';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';

export interface SeriesQuestion {
	unitIds: readonly number[];
	indicators: readonly Indicator[];
	year: number;
	/** Local day that tells the units of today from former ones. */
	day: string;
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
	const groups = new Map<Key, Row[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}

/** Approved values by unit and indicator; both together name one series. */
export const seriesKey = (unitId: number, code: string) => `${unitId} ${code}`;

const nothing: Series = Array.from({ length: seriesLength }, () => null);
const toSeries = (values: Record<string, number>): Series =>
	nothing.map((_, month) => values[month] ?? null);

const monthNumber = (year: number) =>
	sql`case when period.code = ${`${year - 1}-12`} then 0 else right(period.code, 2)::int end`;
const monthsOf = (year: number) =>
	sql`period.kind = 'month' and (period.code = ${`${year - 1}-12`} or left(period.code, 4) = ${String(year)})`;
const list = (values: readonly (number | string)[]) =>
	sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/** What was approved of each unit and indicator, from last December to the end of the year. */
export async function readSeries(
	database: Database,
	{ unitIds, indicators, year, day }: SeriesQuestion,
): Promise<Map<string, Series>> {
	const households = indicators.filter((indicator) => householdMeasureOf(indicator) !== null);
	const reported = indicators.filter((indicator) => householdMeasureOf(indicator) === null);
	return new Map([
		...(await readHouseholdSeries(database, unitIds, households, year)),
		...(await readReportedSeries(database, { unitIds, indicators: reported, year, day })),
	]);
}

/** Below this part of the year's fullest month a month says more about who reported than about skills. */
const sufficientPart = 0.5;

async function readHouseholdSeries(
	database: Database,
	unitIds: readonly number[],
	indicators: readonly Indicator[],
	year: number,
): Promise<[string, Series][]> {
	if (indicators.length === 0) return [];
	const rows = await queryRows<{ unitId: number; month: number; able: number[]; base: number[] }>(
		database,
		sql`select coverage.unit_id as "unitId", ${monthNumber(year)} as month,
				to_jsonb(coverage.able) as able, to_jsonb(coverage.base) as base
			from coverage join reporting_period period on period.id = coverage.period_id
			where coverage.basis = 'approved' and ${monthsOf(year)} and coverage.unit_id in ${idList(unitIds)}`,
	);
	const byUnit = grouped(rows, ({ unitId }) => unitId);
	return indicators.flatMap((indicator) => {
		const measure = householdMeasureOf(indicator);
		const place = measure === null ? -1 : measures.indexOf(measure);
		return [...byUnit].map(([unitId, months]): [string, Series] => {
			const fullest = Math.max(...months.map(({ base }) => base[place] ?? 0));
			const byMonth = months.flatMap(({ month, able, base }) => {
				const [count, all] = [able[place] ?? 0, base[place] ?? 0];
				if (all === 0 || all < fullest * sufficientPart) return [];
				return [[month, isShare(indicator) ? count / all : count] as const];
			});
			return [seriesKey(unitId, indicator.code), toSeries(Object.fromEntries(byMonth))];
		});
	});
}

interface UnitRow extends Record<string, unknown> {
	id: number;
	parentId: number | null;
	level: UnitLevel;
	/** Ended since. */
	former: boolean;
}

interface ReportedRow extends Record<string, unknown> {
	unitId: number;
	code: string;
	values: Record<string, number>;
}

async function readReportedSeries(
	database: Database,
	{ unitIds, indicators, year, day }: SeriesQuestion,
): Promise<[string, Series][]> {
	if (indicators.length === 0) return [];
	const codes = [...new Set(indicators.flatMap(partsOf))];
	const tree = sql`(select distinct id from ${unitsBelow(unitIds)} below) tree`;
	const units = await queryRows<UnitRow>(
		database,
		sql`select unit.id, unit.parent_id as "parentId", unit.level,
			not (${isValidOn('unit', day)}) as former
			from ${tree} join admin_unit unit on unit.id = tree.id`,
	);
	const rows = await queryRows<ReportedRow>(
		database,
		sql`select report.unit_id as "unitId", stored.indicator_code as code,
				jsonb_object_agg(${monthNumber(year)}, stored.value) as values
			from reporting_period period
			join report on report.period_id = period.id
			join ${tree} on tree.id = report.unit_id
			join report_value stored on stored.report_id = report.id
				and stored.revision = report.approved_revision and stored.status = 'value'
			where ${monthsOf(year)} and stored.indicator_code in ${list(codes)}
			group by 1, 2`,
	);
	const own = new Map(
		rows.map(({ unitId, code, values }) => [seriesKey(unitId, code), toSeries(values)]),
	);
	const below = grouped(units, ({ parentId }) => parentId);
	// Months of a unit that was merged since stay in the sum; what it once reached lives on in its heirs.
	const childrenOf: ChildrenOf = (unitId, rule) =>
		(below.get(unitId) ?? []).filter(({ former }) => !former || rule === 'sumOfMonths');
	return indicators.flatMap((indicator) =>
		unitIds.map((unitId): [string, Series] => [
			seriesKey(unitId, indicator.code),
			seriesOf(indicator, own, unitId, childrenOf),
		]),
	);
}

const partsOf = ({ code, ratio }: Indicator) =>
	ratio === null ? [code] : [ratio.numerator, ratio.denominator];

type Own = ReadonlyMap<string, Series>;
type ChildrenOf = (unitId: number, rule: TimeRule) => UnitRow[];

function seriesOf(indicator: Indicator, own: Own, unitId: number, childrenOf: ChildrenOf): Series {
	const { ratio, code } = indicator;
	if (ratio === null) return fold(ruleOf(code), own, code, unitId, childrenOf);
	const paired = pairs(own, ratio, unitId, childrenOf);
	const part = (name: string) => fold(ruleOf(name), paired, name, unitId, childrenOf);
	return divideSeries(part(ratio.numerator), part(ratio.denominator));
}

const byCode = new Map(catalogue.map((indicator) => [indicator.code, indicator]));
const ruleOf = (code: string) => byCode.get(code)?.timeRule ?? 'latestValue';

/** A commune's own series stands for its villages'; above it what everybody counts is the indicator's rule. */
function fold(
	rule: TimeRule,
	own: Own,
	code: string,
	unitId: number,
	childrenOf: ChildrenOf,
): Series {
	const mine = own.get(seriesKey(unitId, code)) ?? nothing;
	const children = childrenOf(unitId, rule);
	const seriesBelow = (isOrganisation: boolean) =>
		children
			.filter(({ level }) => (level === 'organisation') === isOrganisation)
			.map(({ id }) => fold(rule, own, code, id, childrenOf));
	const places = seriesBelow(false);
	const sumsUp = children.some(({ level }) => level === 'village');
	const { counted } = splitParts(byCode.get(code)?.counting ?? 'places', {
		own: (sumsUp ? [foldSeries(rule, mine, places)] : [mine]).filter(isKnown),
		places: (sumsUp ? [] : places).filter(isKnown),
		organisations: seriesBelow(true).filter(isKnown),
	});
	return foldSeries(rule, nothing, counted);
}

const isKnown = (series: Series) => series.some((value) => value !== null);

/** A report that gives one part of a ratio without the other counts in neither. */
function pairs(
	own: Own,
	ratio: { numerator: string; denominator: string },
	unitId: number,
	childrenOf: ChildrenOf,
): Own {
	const series = (code: string) => own.get(seriesKey(unitId, code)) ?? nothing;
	const [numerator, denominator] = keepPairs(series(ratio.numerator), series(ratio.denominator));
	return new Map([
		[seriesKey(unitId, ratio.numerator), numerator],
		[seriesKey(unitId, ratio.denominator), denominator],
		...childrenOf(unitId, 'sumOfMonths').flatMap(({ id }) => [
			...pairs(own, ratio, id, childrenOf),
		]),
	]);
}
