import { withoutAccents } from '../../contracts/text/search-key';
import { cleanText } from '../../contracts/text/typed-text';
import type { Qualifier, ValueStatus } from '../../contracts/reports';

/** What a value cell says: a number as it is meant, or why there is none. */
export interface Figure {
	status: ValueStatus;
	value: number | null;
	qualifier: Qualifier;
}

/** The files are papers of Vietnamese offices: these words are what people write in them. */
export const figureWords = {
	'>': 'hơn',
	'~': 'khoảng',
	notAvailable: 'không có số liệu',
	notApplicable: 'không áp dụng',
} as const;

const key = (text: string) => withoutAccents(text).replace(/\s+/g, ' ').trim();

const absences = new Map<string, ValueStatus>([
	[key(figureWords.notAvailable), 'notAvailable'],
	['chua co so lieu', 'notAvailable'],
	[key(figureWords.notApplicable), 'notApplicable'],
]);

/** A figure as a cell shows it: `12`, `hơn 12`, `khoảng 12`, `không có số liệu`. */
export function figureToCell({ status, value, qualifier }: Figure): string | number {
	if (status !== 'value') return figureWords[status];
	const number = value ?? 0;
	return qualifier === '=' ? number : `${figureWords[qualifier]} ${number}`;
}

/** The reverse; null for an empty cell, undefined for what can't be read. `>12` and `~12` do as well. */
export function cellToFigure(content: string | number | null): Figure | null | undefined {
	if (content === null) return null;
	if (typeof content === 'number') return figure('=', content);
	const text = key(cleanText(content));
	if (text === '') return null;
	const status = absences.get(text);
	if (status) return { status, value: null, qualifier: '=' };
	const [, mark = '', digits = ''] = /^(>|hon|~|≈|khoang)?\s*(\d[\d. ]*)$/.exec(text) ?? [];
	const number = wholeNumber(digits);
	if (number === undefined) return undefined;
	return figure(mark === '' ? '=' : mark === '>' || mark === 'hon' ? '>' : '~', number);
}

function figure(qualifier: Qualifier, value: number): Figure | undefined {
	if (!Number.isSafeInteger(value) || value < 0) return undefined;
	return { status: 'value', value, qualifier };
}

/** `1.234` and `1 234` are how people write thousands here. */
function wholeNumber(text: string): number | undefined {
	if (/^\d+$/.test(text)) return Number(text);
	return /^\d{1,3}([. ]\d{3})+$/.test(text) ? Number(text.replace(/[. ]/g, '')) : undefined;
}
