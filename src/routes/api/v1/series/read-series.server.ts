import { readDrawnStructure } from '$lib/admin-units/drawn-structure.server';
import { readMeasure, type MapMeasure } from '$lib/contracts/coverage';
import type { Snapshot } from '$lib/contracts/events';
import { letterOf, type MapSeries, type SeriesMonth } from '$lib/contracts/map-series';
import { mapStates } from '$lib/contracts/map-states';
import { shownShare } from '$lib/contracts/shown-share';
import { timelinessOf } from '$lib/contracts/timeliness';
import { mapStateOf } from '$lib/coverage/map-state';
import { readCoverageMonth } from '$lib/reports/status/coverage-month.server';
import type { Database } from '$lib/server/db/client';

interface SeriesRequest {
	homeCode: string | undefined;
	/** Code of the last month; undefined: the newest one that is due. */
	until: string | undefined;
	measure: MapMeasure;
	now: Date;
}

const mostMonths = 24;
/** What is public may be so many milliseconds old here, as everywhere. */
const longestKept = 60_000;
const mostKept = 24;

interface SeriesFile {
	at: number;
	/** Null without such a unit. */
	json: Promise<string | null>;
}

const keptOf = new WeakMap<Database, Map<string, SeriesFile>>();
/** A series is two years of snapshots: they are read one after the other, however many are asked for. */
const readingOf = new WeakMap<Database, Promise<unknown>>();

/** A series as it goes over the wire, written once for all who ask. */
export function seriesFile(database: Database, request: SeriesRequest): Promise<string | null> {
	const kept = keptOf.get(database) ?? new Map<string, SeriesFile>();
	keptOf.set(database, kept);
	const { homeCode, until, measure, now } = request;
	const key = [homeCode, until, measure].join(' ');
	const known = kept.get(key);
	if (known && now.getTime() - known.at < longestKept) return known.json;
	const json = (readingOf.get(database) ?? Promise.resolve()).then(async () => {
		const series = await readSeries(database, request);
		return series && JSON.stringify(series);
	});
	const opened = { at: now.getTime(), json };
	kept.delete(key);
	kept.set(key, opened);
	const settled = json.catch(() => {
		if (kept.get(key) === opened) kept.delete(key);
	});
	readingOf.set(database, settled);
	for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
	return json;
}

/** Months without boundaries are left out; of a country also those before its present structure. */
export async function readSeries(
	database: Database,
	{ homeCode, until, measure, now }: SeriesRequest,
): Promise<MapSeries | null> {
	const read = (periodCode: string | undefined) =>
		readCoverageMonth(database, { homeCode, periodCode, actor: null, now });
	const last = await read(until);
	if (!last) return null;
	const { code } = last.snapshot.period;
	const codes = last.months.map((month) => month.code).filter((month) => month <= code);
	const shown: { snapshot: Snapshot; layer: string }[] = [];
	for (const month of codes.slice(0, mostMonths).reverse()) {
		const snapshot = (await read(month))?.snapshot;
		if (!snapshot) continue;
		const picture = await readDrawnStructure(database, snapshot.scope, snapshot.period.endsOn);
		if (picture) shown.push({ snapshot, layer: picture.hash });
	}
	const present = shown.at(-1)?.layer;
	const isCountry = last.snapshot.scope.level === 'country';
	const months = isCountry ? shown.filter(({ layer }) => layer === present) : shown;
	const names = new Map(
		months.flatMap(({ snapshot }) => snapshot.units.map(({ id, name }) => [id, name] as const)),
	);
	const ids = [...names.keys()];
	return {
		...{ measure, ids, names: [...names.values()] },
		months: months.map(({ snapshot, layer }) => ({
			...{ code: snapshot.period.code, layer },
			...monthOf(snapshot, ids, measure, now),
		})),
	};
}

function monthOf(
	{ units, scope, figures, statuses, period }: Snapshot,
	ids: readonly number[],
	measure: MapMeasure,
	now: Date,
): Pick<SeriesMonth, 'states' | 'shares' | 'whole'> {
	const unitOf = new Map(units.map((unit) => [unit.id, unit]));
	const approved = figures.filter(({ basis }) => basis === 'approved');
	const figuresOf = new Map(approved.map((each) => [each.unitId, each]));
	const statusOf = new Map(statuses.map((each) => [each.unitId, each]));
	const read = (unit: Snapshot['scope']) =>
		readMeasure(figuresOf.get(unit.id), measure, unit.register);
	const share = (unit: Snapshot['scope'] | undefined) => {
		const reading = unit && read(unit);
		return reading?.kind === 'share' ? Math.round(shownShare(reading.share) * 1_000) : null;
	};
	const states = ids.map((id) => {
		const unit = unitOf.get(id);
		if (!unit) return '-';
		const timeliness = timelinessOf(unit, statusOf.get(id), period, now);
		return letterOf(mapStates.indexOf(mapStateOf(read(unit), timeliness)));
	});
	return {
		states: states.join(''),
		shares: ids.map((id) => share(unitOf.get(id))),
		whole: share(scope),
	};
}
