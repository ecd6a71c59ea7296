import type { Snapshot } from '$lib/contracts/events';
import { readMeasure, type MapMeasure, type Reading } from '$lib/contracts/coverage';
import type { MapState } from '$lib/contracts/map-states';
import { readRows } from '$lib/coverage/explorer/rows';
import { readSelection } from '$lib/coverage/explorer/selection';
import { mapStateOf } from '$lib/coverage/map-state';
import { stateName } from '$lib/map/state-name';
import type { Card } from '$lib/pictures/card';
import type { MapPicture } from '$lib/pictures/map';
import type { Sheet } from '$lib/pictures/sheet';
import { loadMap } from '../load-map.server';
import { asVisitor, notesOf, siteOf, wordsOf, type Asked, type Words } from './words.server';

/** The map that an address asks for, by the measure and the month in it; null while there is none. */
export async function readPicture(event: Asked, homeCode: string | undefined) {
	const map = await loadMap(asVisitor(event), homeCode);
	if (!map) return null;
	const { measure } = readSelection(event.url.searchParams, false);
	return { map, measure, picture: pictureOf(map, measure, null) };
}

export function pictureOf(
	{ snapshot, structure }: NonNullable<Awaited<ReturnType<typeof loadMap>>>,
	measure: MapMeasure,
	active: number | null,
): MapPicture | null {
	const states = statesOf(snapshot, measure);
	return structure.picture && { drawing: structure.picture.drawing, states, active };
}

/** What each commune of a public snapshot looks like. */
export function statesOf(snapshot: Snapshot, measure: MapMeasure): Map<number, MapState> {
	const { units, period, previous, statuses, at } = snapshot;
	const byUnit = <Row extends { unitId: number }>(rows: readonly Row[]) =>
		new Map(rows.map((row) => [row.unitId, row]));
	const sources = {
		...{ units, period, now: new Date(at), statuses: byUnit(statuses) },
		figures: byUnit(snapshot.figures),
		previous: byUnit(previous?.figures ?? []),
	};
	return new Map(
		readRows(sources, measure).map(({ unit, reading, timeliness }) => [
			unit.id,
			mapStateOf(reading, timeliness),
		]),
	);
}

export async function mapCard(event: Asked, homeCode: string | undefined): Promise<Card | null> {
	const read = await readPicture(event, homeCode);
	if (!read) return null;
	const { measure, picture, map } = read;
	const words = await wordsOf(event.locals.locale);
	const { scope, period, figures } = map.snapshot;
	const own = figures.find(({ unitId }) => unitId === scope.id);
	const reading = readMeasure(own, measure, scope.register);
	const place = words.format.unitName(scope);
	const asked = { unitId: scope.id, month: period.code, url: event.url };
	return {
		language: event.locals.locale,
		site: siteOf(words),
		title: place,
		figure: reading.kind === 'share' ? words.format.share(reading.share) : null,
		sentence: sentenceOf(words, { place, measure, reading, month: period.code }),
		bars: [],
		map: picture,
		notes: await notesOf(event.locals.handle.database, words, asked),
	};
}

export async function mapSheet(event: Asked, homeCode: string | undefined): Promise<Sheet | null> {
	const read = await readPicture(event, homeCode);
	if (!read?.picture) return null;
	const { measure, picture, map } = read;
	const words = await wordsOf(event.locals.locale);
	const { t, open, format } = words;
	const { scope, period, figures } = map.snapshot;
	const own = figures.find(({ unitId }) => unitId === scope.id);
	const reading = readMeasure(own, measure, scope.register);
	const place = format.unitName(scope);
	const sentence = sentenceOf(words, { place, measure, reading, month: period.code });
	const figure = reading.kind === 'share' ? `${format.share(reading.share)} ` : '';
	const asked = { unitId: scope.id, month: period.code, url: event.url };
	const notes = await notesOf(event.locals.handle.database, words, asked);
	return {
		language: event.locals.locale,
		title: t.map.picture(place, t.common.measures[measure], format.month(period.code)),
		lead: `${figure}${sentence}`,
		map: picture,
		legend: {
			title: open.pictures.legend(t.map.abilities[measure]),
			nameOf: (state) => stateName(state, words),
		},
		notes: [...siteOf(words), ...notes, open.openData.licence.text],
	};
}

interface Whole {
	place: string;
	measure: MapMeasure;
	reading: Reading;
	month: string;
}

function sentenceOf({ t, format }: Words, { place, measure, reading, month }: Whole): string {
	switch (reading.kind) {
		case 'share': {
			const [able, base] = [format.number(reading.able), format.number(reading.base)];
			return t.map.headline(place, t.map.abilities[measure], able, base);
		}
		case 'insufficient':
			return t.map.headlineInsufficient(format.share(reading.reportedShare ?? 0));
		case 'hidden':
			return t.map.headlineHidden;
		case 'none':
			return t.map.headlineNone(format.month(month));
	}
}
