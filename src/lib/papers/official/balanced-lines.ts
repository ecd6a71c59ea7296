/** Words before which a title may well be divided. */
const openers = /^(?:của|nhân dịp|về|và|xét|tổ|do|theo|tại|trong) /iu;
/** Second syllables of the words that titles have: `Chủ tịch`, `Bằng khen`, `Ủy ban nhân dân`. */
const seconds = /^(?:tịch|khen|ban|nhân|dân) /iu;
/** By how many letters the lines may differ for the one, or to avoid the other. */
const worth = 24;

/** A blank is about half as wide as a letter. */
const lengthOf = (line: string) => line.replace(/ {2}/g, ' ').length;

/** Every way to divide words into so many lines, none longer than asked. */
function divisions(words: readonly string[], lines: number, most: number): string[][] {
	if (lines === 1) {
		const line = words.join(' ');
		return lengthOf(line) <= most ? [[line]] : [];
	}
	return words.slice(0, words.length - lines + 1).flatMap((_, index) => {
		const first = words.slice(0, index + 1).join(' ');
		return lengthOf(first) > most
			? []
			: divisions(words.slice(index + 1), lines - 1, most).map((rest) => [first, ...rest]);
	});
}

/** How far the longest is from the shortest, with what good and bad places to divide are worth. */
function roughness(lines: readonly string[]): number {
	const lengths = lines.map(lengthOf);
	const divided = lines.slice(1).map((line): number => {
		if (openers.test(`${line} `)) return -worth;
		return seconds.test(`${line} `) ? worth : 0;
	});
	return divided.reduce((sum, one) => sum + one, Math.max(...lengths) - Math.min(...lengths));
}

/**
 * A title in as few lines as it takes, about as long as each other: a word processor fills the first and leaves
 * one word on the last.
 * @param most letters to a line; blanks side by side, for a clerk to fill in, stay together.
 */
export function balancedLines(title: string, most: number): string[] {
	const words = title.trim().split(/(?<! ) (?! )/);
	for (let lines = 1; lines <= 4 && lines <= words.length; lines++) {
		const [best, ...others] = divisions(words, lines, most);
		if (best)
			return others.reduce((one, other) => (roughness(other) < roughness(one) ? other : one), best);
	}
	return [title];
}
