import type { TicketCategory, TicketKind } from '../../contracts/tickets';
import { tickets } from '../../messages/vi/tickets/tickets';
import { capitalised, uncapitalised } from './wording';

/** Tickets of one kind and category that were raised within a span. */
export interface RaisedGroup {
	kind: TicketKind;
	category: TicketCategory;
	/** All of them, and how many of these were answered. */
	count: number;
	answered: number;
	/** The texts of the newest few. */
	texts: readonly string[];
	/** What the newest few were answered. */
	answers: readonly string[];
}

const longestSentence = 160;
const mostSentences = 3;
/** A little more, so that the same words said twice don't take two places. */
export const mostTexts = 2 * mostSentences;

/** What was raised, as paragraphs that a clerk goes on from: `- Về kinh phí, có 3 ý kiến (…): ….` */
export function ticketTexts(groups: readonly RaisedGroup[], kind: TicketKind): string {
	return groups
		.filter((group) => group.kind === kind)
		.map(({ category, count, answered, texts }) => {
			const different = new Set(texts.map(firstSentence)).size;
			const isAll = count <= texts.length && different <= mostSentences;
			const replied = answered === 0 ? '' : ` (${answered} ý kiến đã được trả lời)`;
			const many = count === 1 ? '' : `có ${count} ý kiến${replied}: `;
			const end = count === 1 && answered === 1 ? ' (đã được trả lời).' : isAll ? '.' : '; …';
			const text = `${aboutText(category, many)}${firstSentences(texts).join('; ')}`;
			return `- ${capitalised(text)}${end}`;
		})
		.join('\n');
}

/** What was answered to difficulties, as what was done about them: `- Về kinh phí: ….` */
export function answerTexts(groups: readonly RaisedGroup[]): string {
	return groups
		.filter(({ kind, answers }) => kind === 'difficulty' && answers.length > 0)
		.map(
			({ category, answers }) =>
				`- ${capitalised(`${aboutText(category, '')}${firstSentences(answers).join('; ')}`)}.`,
		)
		.join('\n');
}

/** `Về kinh phí, có 3 ý kiến: `; what lies in no category needs no such beginning. */
function aboutText(category: TicketCategory, many: string): string {
	if (category === 'other') return many;
	const about = `Về ${uncapitalised(tickets.categories[category])}`;
	return many === '' ? `${about}: ` : `${about}, ${many}`;
}

const firstSentences = (texts: readonly string[]): string[] =>
	[...new Set(texts.map(firstSentence))].slice(0, mostSentences).map(uncapitalised);

/** The first sentence of a text without its full stop, cut between words where it is long. */
export function firstSentence(text: string): string {
	const [line = ''] = text.trim().split(/\n/, 1);
	const [sentence = ''] = /^.*?(?:[.!?…](?=\s|$)|$)/u.exec(line.replace(/\s+/g, ' ')) ?? [];
	const plain = sentence.replace(/[.!…;,\s]+$/u, '');
	if (plain.length <= longestSentence) return plain;
	return `${plain.slice(0, longestSentence).replace(/\s+\S*$/u, '')} …`;
}
