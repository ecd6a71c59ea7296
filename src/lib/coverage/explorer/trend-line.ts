import { measures, readMeasure, type MapMeasure, type UnitFigures } from '../../contracts/coverage';
import type { Language } from '../../messages/context';
import { readingText } from './reading-text';
import type { TrendPoint } from './view';

/** The line of one measure, with what changed since it was loaded; figures by period id. */
export function readTrendLine(
	points: readonly TrendPoint[],
	periods: readonly { id: number; code: string }[],
	changes: ReadonlyMap<number, UnitFigures | null>,
	measure: MapMeasure,
	language: Pick<Language, 't' | 'format'>,
) {
	const index = measures.indexOf(measure);
	const idOf = new Map(periods.map(({ id, code }) => [code, id]));
	const count = (value: number | null | undefined) =>
		value === null || value === undefined ? '–' : language.format.number(value);
	return points.map(({ periodCode, figures }) => {
		const id = idOf.get(periodCode);
		const changed = id === undefined ? undefined : changes.get(id);
		const now = (changed === undefined ? figures : changed) ?? undefined;
		// The register of long ago isn't known here: how much was reported is only said of the month shown.
		const reading = readMeasure(now, measure, null);
		return {
			label: language.format.monthShort(periodCode),
			value: reading.kind === 'share' ? reading.share : null,
			figure: reading.kind === 'share' ? language.format.share(reading.share) : '',
			text: readingText(reading, language),
			cells: [count(now && now.able[index]), count(now?.base[index])],
		};
	});
}

/** Where in a line units were rearranged. */
export function structureMarks(
	points: readonly TrendPoint[],
	days: readonly string[],
	{ t, format }: Pick<Language, 't' | 'format'>,
) {
	return days.flatMap((day) => {
		const at = points.findIndex(({ periodCode }) => periodCode === day.slice(0, 7));
		return at > 0 ? [{ at, label: t.map.merger(format.date(day)) }] : [];
	});
}
