import { isDay } from '../../contracts/local-time';
import type { ProblemSink } from './problem-sink';

/** A day as a list writes it, `YYYY-MM-DD` or `D/M/YYYY`; the fallback where the cell is blank. */
export function readDay(
	cell: string,
	fallback: string | undefined,
	problems: ProblemSink,
	place: string,
): string | undefined {
	if (cell === '') return fallback;
	const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
	const text = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	if (isDay(text)) return text;
	problems.add(place, 'date', `${cell} is no day; write it as YYYY-MM-DD or DD/MM/YYYY`);
	return undefined;
}
