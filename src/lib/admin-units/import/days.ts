import type { ProblemSink } from './problem-sink';

/** Whether a text is a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const instant = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

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
