import { sql } from 'drizzle-orm';
import { readDrawnStructure } from '../../admin-units/outlines/drawn-structure.server';
import {
	mapMeasures,
	measures,
	readMeasure,
	type MapMeasure,
	type Measure,
} from '../../contracts/coverage';
import type { Snapshot } from '../../contracts/events';
import { compareNames } from '../../contracts/text/name-order';
import { readTrendEvents } from '../../coverage/events/read-trend-events.server';
import { readTrend } from '../../coverage/trend.server';
import type { DescribedIndicator } from '../../indicators/describe.server';
import { readCoverageMonth } from '../../reports/status/coverage-month.server';
import { queryRows, type Database } from '../../server/db/client';
import { householdFigure, type IndicatorFigures } from './figures';
import { readThings } from './read-things.server';

/** Months of the line. */
const trendMonths = 24;

export interface FiguresRequest {
	homeCode: string | undefined;
	/** `2026-10`; undefined: the newest month that is due. */
	periodCode: string | undefined;
	now: Date;
}

/** What the public may see of an indicator: by commune, and month by month; null where nothing is. */
export async function readIndicatorFigures(
	database: Database,
	{ code, ratio, figures }: DescribedIndicator,
	request: FiguresRequest,
): Promise<IndicatorFigures | null> {
	if (figures === null) return null;
	const month = await readCoverageMonth(database, { ...request, actor: null });
	if (!month) return null;
	const { snapshot } = month;
	const read =
		figures.of === 'things'
			? await readThings(database, code, snapshot)
			: await readHouseholds(database, snapshot, figures.measure, ratio !== null);
	if (!read) return null;
	const from = read.trend[0]?.month ?? read.period;
	return {
		...read,
		// Whoever looks for their own commune knows its name.
		rows: [...read.rows].sort((one, other) => compareNames(one.unit.name, other.unit.name)),
		events: await readTrendEvents(database, snapshot.scope, { from, at: request.now }),
		measure: figures.of === 'things' ? null : figures.measure,
		mapMeasure: figures.of === 'things' ? null : await drawnBy(database, snapshot, figures.measure),
	};
}

/** What a map of the measure is coloured by; null where there are no boundaries, too. */
async function drawnBy(
	database: Database,
	{ scope, period }: Snapshot,
	measure: Measure,
): Promise<MapMeasure | null> {
	const drawn = mapMeasures.find((each) => each === measure);
	return drawn && (await readDrawnStructure(database, scope, period.endsOn)) ? drawn : null;
}

async function readHouseholds(
	database: Database,
	{ scope, units, figures, period }: Snapshot,
	measure: Measure,
	isShare: boolean,
): Promise<Omit<IndicatorFigures, 'events' | 'measure' | 'mapMeasure'>> {
	const byUnit = new Map(figures.map((each) => [each.unitId, each]));
	const months = await readTrend(database, scope.id, {
		...{ basis: 'approved', audience: 'public' },
		...{ months: trendMonths, until: period.code },
	});
	return {
		period: period.code,
		place: scope,
		since: await firstMonth(database, scope.id, measure),
		trend: months.map(({ periodCode, figures: shown }) => ({
			month: periodCode,
			figure: householdFigure(readMeasure(shown ?? undefined, measure, scope.register), isShare),
		})),
		rows: units.map((unit) => ({
			unit,
			figure: householdFigure(readMeasure(byUnit.get(unit.id), measure, unit.register), isShare),
		})),
	};
}

async function firstMonth(database: Database, unitId: number, measure: Measure) {
	const place = measures.indexOf(measure) + 1;
	const [first] = await queryRows<{ code: string }>(
		database,
		sql`select period.code from coverage join reporting_period period on period.id = coverage.period_id
			where coverage.unit_id = ${unitId} and coverage.basis = 'approved' and period.kind = 'month'
				and coverage.base[${place}] > 0
			order by period.starts_on limit 1`,
	);
	return first?.code ?? null;
}
