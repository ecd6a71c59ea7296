import {
	measures,
	readMeasure,
	type MapMeasure,
	type UnitFigures,
} from '../../../contracts/coverage';
import type { MapSeries } from '../../../contracts/map/series';
import type { Language } from '../../../messages/context';
import { readingText } from './reading-text';
import { shareOf, type UnitRow } from '../rows';
import type { TrendPoint } from '../view';

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

/**
 * The line of one commune over the same months.
 * @param series what was published of it; null while that is under way.
 * @param row what the map shows of it now, in the month `shown`.
 * @returns shares 0–1 by month, null as a whole where no month has one.
 */
export function besideLine(
	points: readonly TrendPoint[],
	series: MapSeries | null,
	row: UnitRow,
	shown: string,
	format: Language['format'],
) {
	if (!series) return null;
	const at = series.ids.indexOf(row.unit.id);
	const before = new Map(series.months.map(({ code, shares }) => [code, shares[at] ?? null]));
	const values = points.map(({ periodCode }) => {
		if (periodCode === shown) return shareOf(row);
		const thousandths = before.get(periodCode) ?? null;
		return thousandths === null ? null : thousandths / 1_000;
	});
	if (values.every((value) => value === null)) return null;
	const figures = values.map((value) => (value === null ? '' : format.share(value)));
	return { name: format.unitName(row.unit), values, figures };
}
