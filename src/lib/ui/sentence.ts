export interface SentencePart {
	text: string;
	/** Typed by somebody, in Vietnamese; else of the interface's language. */
	isTyped: boolean;
}

/** For private use: no message and nothing that anybody types has these characters. */
const firstMark = 0xe000;

/** A sentence of the catalogue apart from what people typed, which it holds wherever its language puts it. */
export function partsOf(
	say: (...texts: string[]) => string,
	typed: readonly string[],
): SentencePart[] {
	const marks = typed.map((_, index) => String.fromCharCode(firstMark + index));
	return say(...marks)
		.split(/([\ue000-\ue0ff])/)
		.map((part) => {
			const text = typed[marks.indexOf(part)];
			return text === undefined ? { text: part, isTyped: false } : { text, isTyped: true };
		})
		.filter(({ text }) => text !== '');
}
