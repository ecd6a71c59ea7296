import * as v from 'valibot';
import type { UploadedRow } from '../../contracts/papers';
import type { Explanation } from '../../contracts/reports';

export const longestWord = 1000;

/** The name of a field: about a whole file, or about one of its rows; both count from 0. */
export const wordName = (file: number, row?: number): string =>
	row === undefined ? `explanation.${file}` : `explanation.${file}.${row}`;

const Words = v.record(
	v.string(),
	v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(longestWord, 'tooLong'),
		v.check((text) => text === '' || text.length >= 5, 'tooShort'),
	),
);
type Words = v.InferOutput<typeof Words>;
/** By the name of a field. */
export type WordFaults = Record<string, 'tooLong' | 'tooShort'>;

/** What a sender says about figures that look odd, from the fields of a form; others are passed over. */
export function parseWords(
	given: Readonly<Record<string, string>>,
): { words: Words } | { faults: WordFaults } {
	const own = Object.entries(given).filter(([name]) => name.startsWith('explanation.'));
	const parsed = v.safeParse(Words, Object.fromEntries(own));
	if (parsed.success) return { words: parsed.output };
	return {
		faults: Object.fromEntries(
			parsed.issues.map((issue) => [
				v.getDotPath(issue) ?? '',
				issue.message === 'tooLong' ? 'tooLong' : 'tooShort',
			]),
		),
	};
}

/** One word for everything that looks odd in a row: its own, else that of its file. */
export function explain(
	{ warnings }: Pick<UploadedRow, 'warnings'>,
	words: Words,
	{ position, index }: { position: number; index: number },
): Explanation[] {
	const text = [wordName(position, index), wordName(position)]
		.map((name) => words[name] ?? '')
		.find((word) => word !== '');
	if (text === undefined) return [];
	return [...new Set(warnings.map(({ field }) => field))].map((field) => ({ field, text }));
}
