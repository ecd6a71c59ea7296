import { readDrawnStructure } from '../../admin-units/outlines/drawn-structure.server';
import { readMeasure } from '../../contracts/coverage';
import type { Snapshot } from '../../contracts/events';
import { valueKinds } from '../../contracts/map/colouring';
import {
	letterOf,
	type MapSeries,
	type SeriesClasses,
	type SeriesMonth,
} from '../../contracts/map/series';
import type { Period } from '../../contracts/reports';
import { shownShare } from '../../contracts/numbers/shown-share';
import type { Database } from '../../server/db/client';
import { written, type Classes } from '../explorer/colouring/classes';
import { colouredOf, type Shown } from '../explorer/colouring/coloured-snapshot';
import type { ColouringData } from '../explorer/colouring/colouring';

/** A month as the public sees it, beside all that there are, newest first. */
export interface PublicMonth {
	snapshot: Snapshot;
	months: Period[];
}

/** A month by its code; undefined: the newest one that is due. */
export type ReadMonth = (periodCode: string | undefined) => Promise<PublicMonth | null>;

/** What is read of domains above: they know which month is due, and what else a map is coloured by. */
export interface SeriesSources {
	readMonth: ReadMonth;
	/** @param readMonth what reads another month beside it. */
	readColouring: (month: PublicMonth, shown: Shown, readMonth: ReadMonth) => Promise<ColouringData>;
}

export interface SeriesRequest extends Shown {
	/** Code of the last month; undefined: the newest one that is due. */
	until: string | undefined;
	now: Date;
}

const mostMonths = 24;

/** Months without boundaries are left out; of a country also those before its present structure. */
export async function readSeries(
	database: Database,
	{ until, measure, colouring, classing, now }: SeriesRequest,
	{ readMonth, readColouring }: SeriesSources,
): Promise<MapSeries | null> {
	const shown = { measure, colouring, classing };
	const last = await readMonth(until);
	if (!last) return null;
	const { code } = last.snapshot.period;
	const codes = last.months.map((month) => month.code).filter((month) => month <= code);
	const drawn: { month: PublicMonth; layer: string }[] = [];
	for (const earlier of codes.slice(0, mostMonths).reverse()) {
		const month = await readMonth(earlier);
		if (!month) continue;
		const { scope, period } = month.snapshot;
		const picture = await readDrawnStructure(database, scope, period.endsOn);
		if (picture) drawn.push({ month, layer: picture.hash });
	}
	const present = drawn.at(-1)?.layer;
	const isCountry = last.snapshot.scope.level === 'country';
	const played = isCountry ? drawn.filter(({ layer }) => layer === present) : drawn;
	const names = new Map(
		played.flatMap(({ month }) => month.snapshot.units.map(({ id, name }) => [id, name] as const)),
	);
	const ids = [...names.keys()];
	const months: SeriesMonth[] = [];
	for (const { month, layer } of played) {
		const beside = await readColouring(month, shown, readMonth);
		const snapshot = { ...month.snapshot, at: now.toISOString() };
		months.push({
			...{ code: snapshot.period.code, layer },
			...monthOf({ snapshot, colouring: beside }, ids, shown),
		});
	}
	return { ...shown, ids, names: [...names.values()], months };
}

/** What the map of a month shows, by what colours that map. */
function monthOf(
	drawn: Parameters<typeof colouredOf>[0],
	ids: readonly number[],
	shown: Shown,
): Omit<SeriesMonth, 'code' | 'layer'> {
	const { scope, figures } = drawn.snapshot;
	const { rows, coloured, classes } = colouredOf(drawn, shown);
	const readings = new Map(rows.map(({ unit, reading }) => [unit.id, reading]));
	const own = figures.find(({ unitId, basis }) => unitId === scope.id && basis === 'approved');
	const kind = valueKinds[shown.colouring];
	const parts = kind === 'households' ? 1 : 1_000;
	const valueOf = (id: number) => {
		const value = coloured.get(id)?.value ?? null;
		return value === null ? null : Math.round(written(value, kind) * parts);
	};
	return {
		states: ids.map((id) => letterOf(coloured.get(id)?.state)).join(''),
		shares: ids.map((id) => inThousandths(readings.get(id))),
		whole: inThousandths(readMeasure(own, shown.measure, scope.register)),
		values: shown.colouring === 'level' ? null : ids.map(valueOf),
		classes: classes && classesOf(classes),
	};
}

const inThousandths = (reading: ReturnType<typeof readMeasure> | undefined): number | null =>
	reading?.kind === 'share' ? Math.round(shownShare(reading.share) * 1_000) : null;

const classesOf = ({ palette, columns, bounds }: Classes): SeriesClasses => ({
	...{ palette, bounds: [...bounds] },
	columns: columns.map(letterOf).join(''),
});
