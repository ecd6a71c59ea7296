import type { TicketCategory, TicketKind } from '../../contracts/tickets';
import { tickets } from '../../messages/vi/tickets';

/** Tickets of one kind and category that were raised within a span. */
export interface RaisedGroup {
	kind: TicketKind;
	category: TicketCategory;
	/** All of them, and how many of these were answered. */
	count: number;
	answered: number;
	/** The texts of the newest few. */
	texts: readonly string[];
}

const longestSentence = 160;
const mostSentences = 3;
/** A little more, so that the same words said twice don't take two places. */
export const mostTexts = 2 * mostSentences;

/** What was raised, as paragraphs that a clerk goes on from: `Kinh phí (3 ý kiến, 1 đã được trả lời): …`. */
export function ticketTexts(groups: readonly RaisedGroup[], kind: TicketKind): string {
	return groups
		.filter((group) => group.kind === kind)
		.map(({ category, count, answered, texts }) => {
			const sentences = [...new Set(texts.map(firstSentence))];
			const said = sentences.slice(0, mostSentences);
			const isAll = count <= texts.length && sentences.length <= mostSentences;
			const replied = answered === 0 ? '' : `, ${answered} đã được trả lời`;
			return `${tickets.categories[category]} (${count} ý kiến${replied}): ${said.join('; ')}${isAll ? '.' : '; …'}`;
		})
		.join('\n');
}

/** The first sentence of a text without its full stop, cut between words where it is long. */
export function firstSentence(text: string): string {
	const [line = ''] = text.trim().split(/\n/, 1);
	const [sentence = ''] = /^.*?(?:[.!?…](?=\s|$)|$)/u.exec(line.replace(/\s+/g, ' ')) ?? [];
	const plain = sentence.replace(/[.!…;,\s]+$/u, '');
	if (plain.length <= longestSentence) return plain;
	return `${plain.slice(0, longestSentence).replace(/\s+\S*$/u, '')} …`;
}
