/** One sentence for each rule that people can break; `other` for those that only programs break. */
export type ProblemWords = { other: string } & Partial<Record<string, string>>;

/** The sentence of a rule, where it has one of its own. */
export const sentenceOf = (rule: string, words: ProblemWords): string | undefined =>
	Object.hasOwn(words, rule) ? words[rule] : undefined;

/** What is wrong, in the reader's words, by field. */
export const problemTexts = (
	problems: readonly { field: string; rule: string }[],
	words: ProblemWords,
): Record<string, string | undefined> =>
	Object.fromEntries(
		problems.map(({ field, rule }) => [field, sentenceOf(rule, words) ?? words.other]),
	);
