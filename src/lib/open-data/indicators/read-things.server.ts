import { sql } from 'drizzle-orm';
import type { Snapshot } from '../../contracts/events';
import { localDay } from '../../contracts/local-time';
import { indicatorByCode } from '../../indicators/describe.server';
import { readSeries, seriesKey } from '../../indicators/targets/read-series.server';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import type { Figure, IndicatorFigures } from './figures';

/** Sessions, leaflets, teams: approved values as they are, of the month's year. */
export async function readThings(
	database: Database,
	code: string,
	{ scope, units, provinces, period, at }: Snapshot,
): Promise<Omit<IndicatorFigures, 'events' | 'measure' | 'mapMeasure'> | null> {
	const indicator = indicatorByCode(code);
	if (!indicator) return null;
	const places = provinces.length > 0 ? provinces : units;
	const [year = 0, month = 0] = period.code.split('-').map(Number);
	const series = await readSeries(database, {
		unitIds: [scope.id, ...places.map(({ id }) => id)],
		indicators: [indicator],
		...{ year, day: localDay(new Date(at)) },
	});
	const figureOf = (unitId: number, at: number): Figure => {
		const value = series.get(seriesKey(unitId, code))?.[at] ?? null;
		if (value === null) return { kind: 'none' };
		return indicator.ratio === null
			? { kind: 'count', count: value }
			: { kind: 'share', share: value, able: null, base: null };
	};
	return {
		period: period.code,
		place: scope,
		since: await firstMonth(database, scope.id, indicator.ratio?.numerator ?? code),
		trend: Array.from({ length: month }, (_, index) => ({
			month: `${year}-${String(index + 1).padStart(2, '0')}`,
			figure: figureOf(scope.id, index + 1),
		})),
		rows: places.map((unit) => ({ unit, figure: figureOf(unit.id, month) })),
	};
}

/** Of which a unit in the place, former ones too, has an approved value. */
async function firstMonth(database: Database, scopeUnitId: number, code: string) {
	const [first] = await queryRows<{ code: string }>(
		database,
		sql`select period.code from report_value stored
			join report on report.id = stored.report_id and report.approved_revision = stored.revision
			join reporting_period period on period.id = report.period_id
			where report.unit_id in (select id from ${unitsBelow(scopeUnitId)} below)
				and stored.indicator_code = ${code} and stored.status = 'value' and period.kind = 'month'
			order by period.starts_on limit 1`,
	);
	return first?.code ?? null;
}
