import type { Measure } from '../contracts/coverage';
import type { Language } from '../messages/context';
import { explains, monthOf, type TrendEvent } from '../contracts/trend-events';
import type { TrendMark } from './trend';

/** The sooner, the more it explains. */
const weight = ['rearranged', 'target', 'corrected'] as const satisfies TrendEvent['kind'][];

/**
 * Where in a line something happened, and what: one mark a month, those first that explain most, then
 * the newest. A correction is a small one: the line of a province has some in most months.
 * @param months of the line, `2026-10`, oldest first.
 * @param measure of the line; null where it isn't of households.
 */
export function eventMarks(
	months: readonly string[],
	events: readonly TrendEvent[],
	measure: Measure | null,
	language: Pick<Language, 't' | 'format'>,
): TrendMark[] {
	const told = events.filter((event) => explains(event, measure));
	return weight.flatMap((kind) =>
		months
			.flatMap((month, at) => {
				const here = weight.flatMap((each) =>
					told.filter((event) => event.kind === each && monthOf(event) === month),
				);
				if (here[0]?.kind !== kind) return [];
				const labels = [...new Set(here.map((event) => labelOf(event, language)))];
				return [
					{ at, label: labels[0] ?? '', text: labels.join('; '), small: kind === 'corrected' },
				];
			})
			.reverse(),
	);
}

function labelOf(event: TrendEvent, { t, format }: Pick<Language, 't' | 'format'>): string {
	switch (event.kind) {
		case 'rearranged':
			return t.map.events.rearranged(format.date(event.day));
		case 'corrected':
			return t.map.events.corrected(format.date(event.day));
		case 'target':
			return t.map.events.target(String(event.year), format.wholeShare(event.share));
	}
}
