import { readMeasure, type MapMeasure, type Reading } from '$lib/contracts/coverage';
import { levels } from '$lib/coverage/explorer/colouring/classes';
import { colouredOf, type Shown } from '$lib/coverage/explorer/colouring/coloured-snapshot';
import {
	classingNote,
	classWordsOf,
	legendTitleOf,
	shownOf,
} from '$lib/coverage/explorer/colouring/colouring-text';
import { shownDistricts } from '$lib/coverage/explorer/districts';
import { parameters, readSelection } from '$lib/coverage/explorer/selection';
import { coverageScale, legendScale } from '$lib/map/legend/scale';
import { noStates, readStates } from '$lib/map/legend/state-sets';
import type { Card, CardMap } from '$lib/pictures/card';
import type { MapPicture } from '$lib/pictures/map';
import type { Sheet } from '$lib/pictures/sheet';
import { loadMap, type LoadedMap } from '../load-map.server';
import { readOther } from './other-map.server';
import { asVisitor, notesOf, siteOf, wordsOf, type Asked, type Words } from './words.server';

/** The map that an address asks for, by what it is coloured by and the month in it; null while there is none. */
export async function readPicture(event: Asked, homeCode: string | undefined) {
	const map = await loadMap(asVisitor(event), homeCode);
	if (!map) return null;
	const selection = readSelection(event.url.searchParams, false);
	const { measure, colouring, classing } = selection;
	const shown = { measure, colouring, classing };
	const picked = readStates(event.url.searchParams.get(parameters.picked));
	/** Circles lie in no district. */
	const district = selection.shape === 'areas' ? selection.district : null;
	const active = shownDistricts(map.districts, district)?.chosen ?? null;
	return { map, selection, ...shown, ...colouredOf(map, shown), picked, active };
}
type Read = NonNullable<Awaited<ReturnType<typeof readPicture>>>;

type Pictured = Omit<Read, 'selection' | 'active'>;

/** @param active outlined */
function pictureOf({ map, picked, ...read }: Pictured, active: number | null): MapPicture | null {
	const { picture } = map;
	const { classes, states, uncertain } = read;
	const ramp = classes?.palette ?? 'coverage';
	return (
		picture && { drawing: picture.drawing, states, ramp, highlighted: picked, uncertain, active }
	);
}

/** The scale of what a map is coloured by. */
function scaleOf(read: Pick<Read, 'colouring' | 'classing' | 'classes'>, words: Words) {
	return legendScale(words, classWordsOf(read, read.classes, words));
}

/** A map of levels for a card that says what it stands for. */
export function levelsMap(
	map: LoadedMap,
	measure: MapMeasure,
	words: Words,
	active: number | null = null,
): CardMap | null {
	const shown = { measure, ...levels };
	const read = { map, ...shown, ...colouredOf(map, shown), picked: noStates };
	const picture = pictureOf(read, active);
	return picture && { picture, title: null, scale: coverageScale(words) };
}

export async function mapCard(event: Asked, homeCode: string | undefined): Promise<Card | null> {
	const read = await readPicture(event, homeCode);
	if (!read) return null;
	const { measure, map } = read;
	const words = await wordsOf(event.locals.locale);
	const { scope, period, figures } = map.snapshot;
	const own = figures.find(({ unitId }) => unitId === scope.id);
	const reading = readMeasure(own, measure, scope.register);
	const place = words.format.unitName(scope);
	const asked = { unitId: scope.id, month: period.code, url: event.url };
	const picture = pictureOf(read, read.active?.id ?? null);
	return {
		language: event.locals.locale,
		site: siteOf(words),
		title: place,
		figure: reading.kind === 'share' ? words.format.share(reading.share) : null,
		sentence: sentenceOf(words, { place, measure, reading, month: period.code }),
		bars: [],
		map: picture && {
			picture,
			title: isLevels(read) ? null : legendTitleOf(read, measure, words),
			scale: scaleOf(read, words),
		},
		notes: await notesOf(event.locals.handle.database, words, asked),
	};
}

export async function mapSheet(event: Asked, homeCode: string | undefined): Promise<Sheet | null> {
	const read = await readPicture(event, homeCode);
	const picture = read && pictureOf(read, read.active?.id ?? null);
	if (!picture) return null;
	const { measure, map, selection, active } = read;
	const words = await wordsOf(event.locals.locale);
	const { t, open, format } = words;
	const { scope, period, figures } = map.snapshot;
	const hash = map.picture?.hash ?? '';
	const other = await readOther(event, { map, hash, selection, picture }, words);
	const own = figures.find(({ unitId }) => unitId === scope.id);
	const reading = readMeasure(own, measure, scope.register);
	const place = format.unitName(scope);
	const sentence = sentenceOf(words, { place, measure, reading, month: period.code });
	const figure = reading.kind === 'share' ? `${format.share(reading.share)} ` : '';
	const asked = { unitId: scope.id, month: period.code, url: event.url };
	const notes = await notesOf(event.locals.handle.database, words, asked);
	const legend = isLevels(read)
		? open.pictures.legend(t.map.abilities[measure])
		: legendTitleOf(read, measure, words);
	return {
		language: event.locals.locale,
		title: t.map.picture(
			place,
			other?.shown ?? shownOf(read, words),
			other?.months ?? format.month(period.code),
		),
		lead: `${figure}${sentence}${other ? ` ${other.figure}` : ''}`,
		map: picture,
		other: other?.map ?? null,
		legend: {
			title: other?.legend ?? legend,
			sides: open.pictures.sides,
			nameOf: scaleOf(read, words).nameOf,
			uncertain: t.map.uncertain,
		},
		notes: [
			...[classingNote(read, words)].filter((note) => note !== null),
			...(active ? [t.map.districts.outlined(format.unitName(active))] : []),
			...siteOf(words),
			...notes,
			open.openData.licence.text,
		],
	};
}

const isLevels = ({ colouring, classing }: Pick<Shown, 'colouring' | 'classing'>) =>
	colouring === 'level' && classing !== 'bivariate';

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
