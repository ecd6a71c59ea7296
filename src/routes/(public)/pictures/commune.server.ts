import { readMeasure } from '$lib/contracts/coverage';
import type { Unit } from '$lib/contracts/admin-units';
import { headlineOf } from '$lib/coverage/commune/headline';
import { readingText } from '$lib/coverage/commune/reading-text';
import type { CommuneView } from '$lib/coverage/commune/view';
import type { Comparison } from '$lib/coverage/compare/compared';
import type { Card } from '$lib/pictures/card';
import { app } from '$lib/server/app';
import { loadMap } from '../load-map.server';
import { loadCommune } from '../commune/load.server';
import { levelsMap } from './map.server';
import { asVisitor, notesOf, siteOf, wordsOf, type Asked, type Words } from './words.server';

/** A commune in the month that the address asks for, outlined on the map of its province. */
export async function communeCard(event: Asked, unit: Unit): Promise<Card> {
	const view = await loadCommune(event, unit);
	const words = await wordsOf(event.locals.locale);
	const { format } = words;
	const { commune, period } = view;
	const reading = readMeasure(commune?.figures ?? undefined, 'allFive', commune?.register ?? null);
	const asked = { unitId: unit.id, month: period?.code ?? null, url: event.url };
	return {
		language: event.locals.locale,
		site: [
			...siteOf(words),
			...(commune?.province ? [format.unitName(commune.province.unit)] : []),
		],
		title: format.unitName(unit),
		figure: reading.kind === 'share' ? format.share(reading.share) : null,
		sentence: sentenceOf(view, words),
		bars: [],
		map: await around(event, view, words),
		notes: await notesOf(event.locals.handle.database, words, asked),
	};
}

/** The map of its province; of the home unit where that is the only one. */
async function around(event: Asked, { unit, commune, period }: CommuneView, words: Words) {
	if (!period) return null;
	const url = new URL(event.url);
	url.search = `?thang=${period.code}`;
	const code =
		app().config.homeUnit === 'VN' ? commune?.province?.unit.code : app().config.homeUnit;
	const map = await loadMap(asVisitor({ ...event, url }), code);
	return map && levelsMap(map, 'allFive', words, unit.id);
}

function sentenceOf({ unit, commune, period }: CommuneView, { t, open, format }: Words): string {
	const reading = readMeasure(commune?.figures ?? undefined, 'allFive', commune?.register ?? null);
	if (reading.kind === 'share') {
		const headline = headlineOf(reading);
		const parts =
			headline.kind === 'perHundred'
				? open.commune.perHundred(format.number(headline.households))
				: open.commune[headline.kind];
		return parts.join('');
	}
	if (reading.kind === 'hidden') return `${open.commune.hidden.join('')} ${open.commune.hiddenWhy}`;
	if (reading.kind === 'insufficient')
		return open.commune.insufficient(format.share(reading.reportedShare ?? 0)).join('');
	const value = readingText(reading, commune?.figures != null, { t, format });
	const about = period
		? open.commune.describe(format.unitName(unit), format.month(period.code))
		: '';
	return `${about} ${t.common.measures.allFive}: ${value}.`.trim();
}

export async function compareCard(event: Asked, comparison: Comparison): Promise<Card> {
	const words = await wordsOf(event.locals.locale);
	const { t, format, open } = words;
	const { communes, month } = comparison;
	const asked = { unitId: communes[0]?.unit.id ?? 0, month, url: event.url };
	return {
		language: event.locals.locale,
		site: siteOf(words),
		title: t.compare.title,
		figure: null,
		sentence: communes.length === 0 ? open.pictures.noCommunes : '',
		bars: communes.map(({ unit, commune }) => {
			const figures = commune?.figures ?? null;
			const reading = readMeasure(figures ?? undefined, 'allFive', commune?.register ?? null);
			return {
				name: format.unitName(unit),
				text: readingText(reading, figures !== null, words),
				share: reading.kind === 'share' ? reading.share : null,
			};
		}),
		map: null,
		notes: [
			...(communes.length > 0 ? [t.common.measures.allFive] : []),
			...(await notesOf(event.locals.handle.database, words, asked)),
		],
	};
}
