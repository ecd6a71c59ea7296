import { appendTo, applyEdits, locate, prefixOf, withAttribute, type Tag } from './patch.server';

const red = 'FFFFC7CE';

/** The styles of a workbook, to which marked twins can be added. */
export class MarkedStyles {
	readonly #formats: string[] = [];
	#fills: { tag: Tag; closing: number; count: number } | undefined;
	#list: { tag: Tag; closing: number } | undefined;
	/** Style → its marked twin, in the order in which they were asked for. */
	readonly #twins = new Map<string, number>();

	constructor(private readonly xml: string) {
		let section = '';
		let fills = 0;
		locate(xml, {
			open: (name, _, depth) => {
				if (depth === 2) section = name;
				if (depth === 3 && section === 'fills') fills += 1;
			},
			close: (name, tag, start, end) => {
				if (name === 'xf' && section === 'cellXfs') this.#formats.push(xml.slice(tag.start, end));
				if (name === 'fills') this.#fills = { tag, closing: start, count: fills };
				if (name === 'cellXfs') this.#list = { tag, closing: start };
			},
		});
	}

	/** The number of the same style with a red ground; undefined where there is nothing to add to. */
	twinOf(style: string): number | undefined {
		const added = this.#twins.get(style);
		if (added !== undefined) return added;
		if (!this.#fills || !this.#list || this.#formats[Number(style)] === undefined) return undefined;
		const twin = this.#formats.length + this.#twins.size;
		this.#twins.set(style, twin);
		return twin;
	}

	/** The part with all twins that were asked for. */
	text(): string {
		const { xml } = this;
		const [fills, list] = [this.#fills, this.#list];
		if (!fills || !list || this.#twins.size === 0) return xml;
		const prefix = prefixOf(fills.tag);
		const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${red}"/></${prefix}patternFill></${prefix}fill>`;
		const twins = [...this.#twins.keys()].map((style) =>
			redden(this.#formats[Number(style)] ?? '', fills.count),
		);
		return applyEdits(xml, [
			...countAnew(xml, fills.tag, fills.count + 1),
			appendTo(xml, fills.tag, fills.closing, fill),
			...countAnew(xml, list.tag, this.#formats.length + twins.length),
			appendTo(xml, list.tag, list.closing, twins.join('')),
		]);
	}
}

function redden(format: string, fill: number): string {
	const [head = ''] = /^<[^>]*>/.exec(format) ?? [];
	return (
		withAttribute(withAttribute(head, 'fillId', fill), 'applyFill', 1) + format.slice(head.length)
	);
}

/** Lists say how long they are; an empty one has no end tag to be told apart from its start. */
const countAnew = (xml: string, tag: Tag, count: number) =>
	tag.isSelfClosing
		? []
		: [
				{
					start: tag.start,
					end: tag.end,
					text: withAttribute(xml.slice(tag.start, tag.end), 'count', count),
				},
			];
