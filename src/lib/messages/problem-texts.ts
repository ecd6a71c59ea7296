/** One sentence for each rule that people can break; `other` for those that only programs break. */
export type ProblemWords = { other: string } & Partial<Record<string, string>>;

/** What is wrong, in the reader's words, by field. */
export const problemTexts = (
	problems: readonly { field: string; rule: string }[],
	words: ProblemWords,
): Record<string, string | undefined> =>
	Object.fromEntries(
		problems.map(({ field, rule }) => [
			field,
			(Object.hasOwn(words, rule) ? words[rule] : undefined) ?? words.other,
		]),
	);
