import { mapMeasures } from '$lib/contracts/coverage';
import type { Figure } from '$lib/open-data/indicators/figures';
import type { IndicatorView } from '$lib/open-data/indicators/view';
import type { Card } from '$lib/pictures/card';
import { app } from '$lib/server/app';
import { loadMap } from '../load-map.server';
import { levelsMap } from './map.server';
import { asVisitor, notesOf, siteOf, wordsOf, type Asked, type Words } from './words.server';

/** An indicator with what it was for the whole place in the month that the address asks for. */
export async function indicatorCard(
	event: Asked,
	{ indicator, figures }: IndicatorView,
): Promise<Card> {
	const words = await wordsOf(event.locals.locale);
	const figure = figures?.trend.find(({ month }) => month === figures.period)?.figure;
	const place = figures && words.format.unitName(figures.place);
	const measure =
		indicator.figures?.of === 'households' &&
		mapMeasures.find(
			(each) => indicator.figures?.of === 'households' && each === indicator.figures.measure,
		);
	const map = figures && measure ? await loadMap(asVisitor(event), app().config.homeUnit) : null;
	const month = figures?.period ?? null;
	const asked = { unitId: map?.snapshot.scope.id ?? 0, month, url: event.url };
	return {
		language: event.locals.locale,
		site: [...siteOf(words), ...(place === null ? [] : [place])],
		title: indicator.name,
		figure: figure ? textOf(figure, words) : null,
		sentence: indicator.definition,
		bars: [],
		map: map && measure ? levelsMap(map, measure, words) : null,
		notes: await notesOf(event.locals.handle.database, words, asked),
	};
}

function textOf(figure: Figure, { format }: Words): string | null {
	if (figure.kind === 'share') return format.share(figure.share);
	return figure.kind === 'count' ? format.number(figure.count) : null;
}
