import { readDrawnStructure } from '$lib/admin-units/outlines/drawn-structure.server';
import { readMeasure, type MapMeasure } from '$lib/contracts/coverage';
import type { Snapshot } from '$lib/contracts/events';
import { levels } from '$lib/coverage/explorer/colouring/classes';
import { colouredOf } from '$lib/coverage/explorer/colouring/coloured-snapshot';
import { isComparable, monthsBefore } from '$lib/coverage/explorer/compare/modes';
import type { Selection } from '$lib/coverage/explorer/selection';
import { readDivider } from '$lib/map/compare/divider';
import type { OtherMap } from '$lib/pictures/comparison';
import type { MapPicture } from '$lib/pictures/map';
import { upperFirst } from '$lib/pictures/text';
import { readCoverageMonth } from '$lib/reports/status/coverage-month.server';
import type { LoadedMap } from '../load-map.server';
import { asVisitor, type Asked, type Words } from './words.server';

interface Own {
	map: LoadedMap;
	hash: string;
	selection: Selection;
	picture: MapPicture;
}

/** A map that lies to the left of another one, and what is said of both. */
export interface Other {
	map: OtherMap;
	/** What both show together, and of which months. */
	shown: string;
	months: string;
	/** The figure of the whole to the left, as a sentence. */
	figure: string;
	legend: string;
}

/** The map that the address sets beside its own; null without one that the screen would show. */
export async function readOther(event: Asked, own: Own, words: Words): Promise<Other | null> {
	const { against, measure } = own.selection;
	if (!against || !isComparable(own.selection)) return null;
	const { t, open, format } = words;
	const { snapshot } = own.map;
	const month = format.month(snapshot.period.code);
	const both = t.map.compare.both;
	if ('measure' in against) {
		const titles = [
			t.common.measuresShort[against.measure],
			t.common.measuresShort[measure],
		] as const;
		const picture = { ...own.picture, ...statesOf(own, snapshot, against.measure) };
		const other = { snapshot, measure: against.measure, picture, titles };
		const shown = both(...titles);
		return {
			...placed(event, other, words),
			shown,
			months: month,
			legend: open.pictures.bothLegend,
		};
	}
	const other = await readMonth(event, own, against.month);
	if (!other) return null;
	const titles = [format.month(against.month), month] as const;
	return {
		...placed(event, { ...other, measure, titles }, words),
		shown: t.common.measures[measure],
		months: both(...titles),
		legend: open.pictures.legend(t.map.abilities[measure]),
	};
}

/** Of a country only months of its present structure, as where they are played. */
async function readMonth(event: Asked, own: Own, code: string) {
	const { scope, period } = own.map.snapshot;
	if (!monthsBefore(period.code, own.map.months).includes(code)) return null;
	const { database } = event.locals.handle;
	const { actor } = asVisitor(event).locals;
	const asked = { homeCode: scope.code, periodCode: code, actor, now: new Date() };
	const snapshot = (await readCoverageMonth(database, asked))?.snapshot;
	if (!snapshot) return null;
	const drawn = await readDrawnStructure(database, snapshot.scope, snapshot.period.endsOn);
	if (!drawn) return null;
	if (scope.level === 'country' && drawn.hash !== own.hash) return null;
	const states = statesOf(own, snapshot, own.selection.measure);
	return { snapshot, picture: { ...own.picture, drawing: drawn.drawing, ...states } };
}

const statesOf = ({ map: { colouring } }: Own, snapshot: Snapshot, measure: MapMeasure) => {
	const { states } = colouredOf({ snapshot, colouring }, { measure, ...levels });
	return { states, uncertain: new Set<number>() };
};

interface Read {
	snapshot: Snapshot;
	measure: MapMeasure;
	picture: MapPicture;
	titles: readonly [left: string, right: string];
}

function placed(
	{ url }: Asked,
	{ snapshot: { scope, figures }, measure, picture, titles: [title, ownTitle] }: Read,
	{ t, format }: Words,
): Pick<Other, 'map' | 'figure'> {
	const own = figures.find(({ unitId }) => unitId === scope.id);
	const reading = readMeasure(own, measure, scope.register);
	const value = reading.kind === 'share' ? format.share(reading.share) : t.common.none;
	return {
		map: { map: picture, title, ownTitle, divider: readDivider(url.searchParams) },
		figure: `${upperFirst(t.map.compare.value(title, value))}.`,
	};
}
