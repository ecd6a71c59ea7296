import type { WorkMessages } from '../messages';

type Words = WorkMessages['library']['problems'];

/** What is wrong, in the reader's words, by field. */
export function problemTexts(
	problems: readonly { field: string; rule: string }[],
	words: Words,
): Record<string, string | undefined> {
	const isWord = (rule: string): rule is keyof Words => Object.hasOwn(words, rule);
	return Object.fromEntries(
		problems.map(({ field, rule }) => [field, isWord(rule) ? words[rule] : words.other]),
	);
}
