import { readMeasure, type MapMeasure, type Reading } from '$lib/contracts/coverage';
import type { MapState } from '$lib/contracts/map-states';
import { colouredRows } from '$lib/coverage/explorer/coloured-rows';
import {
	classingNote,
	classWordsOf,
	legendTitleOf,
	shownOf,
} from '$lib/coverage/explorer/colouring-text';
import { uncertainIn } from '$lib/coverage/explorer/colouring';
import { communesOf, rowsOf } from '$lib/coverage/explorer/live-communes';
import { parameters, readSelection, type Selection } from '$lib/coverage/explorer/selection';
import { coverageScale, namedScale } from '$lib/map/legend-scale';
import { noStates, readStates } from '$lib/map/state-sets';
import type { Card, CardMap } from '$lib/pictures/card';
import type { MapPicture } from '$lib/pictures/map';
import type { Sheet } from '$lib/pictures/sheet';
import { loadMap } from '../load-map.server';
import { asVisitor, notesOf, siteOf, wordsOf, type Asked, type Words } from './words.server';

type Drawn = NonNullable<Awaited<ReturnType<typeof loadMap>>>;
type Shown = Pick<Selection, 'measure' | 'colouring' | 'classing'>;
/** What a map that stands for one unit or one indicator is coloured by. */
export const levels = { colouring: 'level', classing: 'fixed' } as const;

/** The map that an address asks for, by what it is coloured by and the month in it; null while there is none. */
export async function readPicture(event: Asked, homeCode: string | undefined) {
	const map = await loadMap(asVisitor(event), homeCode);
	if (!map) return null;
	const { measure, colouring, classing } = readSelection(event.url.searchParams, false);
	const shown = { measure, colouring, classing };
	const picked = readStates(event.url.searchParams.get(parameters.picked));
	return { map, ...shown, ...colouredOf(map, shown), picked };
}
type Read = NonNullable<Awaited<ReturnType<typeof readPicture>>>;

function pictureOf({ map, picked, ...read }: Read, active: number | null): MapPicture | null {
	const { picture } = map.structure;
	const { classes, states, uncertain } = read;
	const ramp = classes?.palette ?? 'coverage';
	return (
		picture && { drawing: picture.drawing, states, ramp, highlighted: picked, uncertain, active }
	);
}

/** The scale of what a map is coloured by. */
function scaleOf(read: Pick<Read, 'colouring' | 'classing' | 'classes'>, words: Words) {
	const named = classWordsOf(read, read.classes, words);
	return named ? namedScale(words, named) : coverageScale(words);
}

/** A map of levels for a card that says what it stands for. */
export function levelsMap(
	map: Drawn,
	measure: MapMeasure,
	words: Words,
	active: number | null = null,
): CardMap | null {
	const shown = { measure, ...levels };
	const read = { map, ...shown, ...colouredOf(map, shown), picked: noStates };
	const picture = pictureOf(read, active);
	return picture && { picture, title: null, scale: coverageScale(words) };
}

/** What each commune of a public map is coloured by. */
function colouredOf(
	{ snapshot, colouring: beside }: Pick<Drawn, 'snapshot' | 'colouring'>,
	shown: Shown,
) {
	const communes = communesOf(snapshot);
	const asked = { ...shown, basis: 'approved' } as const;
	const rows = rowsOf(communes, asked, Math.floor(Date.parse(snapshot.at) / 60_000));
	const { coloured, classes } = colouredRows(communes, rows, asked, beside);
	return {
		states: new Map([...coloured].map(([id, { state }]): [number, MapState] => [id, state])),
		classes,
		uncertain: uncertainIn(rows, shown.colouring),
	};
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
	const picture = pictureOf(read, null);
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
	const picture = read && pictureOf(read, null);
	if (!picture) return null;
	const { measure, map } = read;
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
		title: t.map.picture(...([place, shownOf(read, words), format.month(period.code)] as const)),
		lead: `${figure}${sentence}`,
		map: picture,
		legend: {
			title: isLevels(read)
				? open.pictures.legend(t.map.abilities[measure])
				: legendTitleOf(read, measure, words),
			nameOf: scaleOf(read, words).nameOf,
			uncertain: t.map.uncertain,
		},
		notes: [
			...[classingNote(read, words)].filter((note) => note !== null),
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
