import { columnName, parseAddress } from './grid';
import {
	appendTo,
	prefixOf,
	withAttribute,
	type Edit,
	type PatchReader,
	type Tag,
} from './patch.server';

/** What follows the drawing of a sheet's comments, in the order that the format asks for. */
const afterDrawing = new Set([
	'legacyDrawingHF',
	'drawingHF',
	'picture',
	'oleObjects',
	'controls',
	'webPublishItems',
	'tableParts',
	'extLst',
]);

/** Where the cells of one sheet are, those to be marked in particular. */
export class MarkedSheet implements PatchReader {
	readonly edits: Edit[] = [];
	/** Where a drawing of comments can be named: the place and the prefix of its neighbours. */
	drawing: { at: number; prefix: string } | undefined;
	hasDrawing = false;
	#section = '';
	#row = 0;
	#column = 0;
	/** Columns still to be marked in the row that is being read, from the left. */
	#waiting: number[] = [];
	readonly #columns = new Map<number, number[]>();

	/** @param styleFor the marked twin of a style; undefined where there are none. */
	constructor(
		private readonly xml: string,
		addresses: Iterable<string>,
		private readonly styleFor: (style: string) => number | undefined,
	) {
		for (const address of addresses) {
			const place = parseAddress(address);
			if (!place) continue;
			const columns = this.#columns.get(place.row) ?? [];
			this.#columns.set(
				place.row,
				[...columns, place.column].sort((a, b) => a - b),
			);
		}
	}

	open(name: string, tag: Tag, depth: number): void {
		if (depth === 2) {
			this.#section = name;
			if (name === 'legacyDrawing') this.hasDrawing = true;
			if (afterDrawing.has(name)) this.drawing ??= { at: tag.start, prefix: prefixOf(tag) };
		}
		if (this.#section !== 'sheetData') return;
		if (depth === 3) this.#openRow(tag);
		if (depth === 4 && name === 'c') this.#openCell(tag);
	}

	#openRow({ attributes: { r } }: Tag): void {
		this.#row = r === undefined ? this.#row + 1 : Number(r);
		this.#column = 0;
		this.#waiting = [...(this.#columns.get(this.#row) ?? [])];
	}

	#openCell(tag: Tag): void {
		const { r, s = '0' } = tag.attributes;
		this.#column = (r === undefined ? undefined : parseAddress(r)?.column) ?? this.#column + 1;
		const missing = this.#waiting.filter((column) => column < this.#column);
		if (missing.length > 0)
			this.edits.push({
				start: tag.start,
				end: tag.start,
				text: this.#newCells(missing, prefixOf(tag)),
			});
		if (this.#waiting.includes(this.#column)) this.#mark(tag, s);
		this.#waiting = this.#waiting.filter((column) => column > this.#column);
	}

	#mark(tag: Tag, style: string): void {
		const marked = this.styleFor(style);
		if (marked === undefined) return;
		const text = withAttribute(this.xml.slice(tag.start, tag.end), 's', marked);
		this.edits.push({ start: tag.start, end: tag.end, text });
	}

	#newCells(columns: readonly number[], prefix: string): string {
		const style = this.styleFor('0');
		const styled = style === undefined ? '' : ` s="${style}"`;
		return columns
			.map((column) => `<${prefix}c r="${columnName(column)}${this.#row}"${styled}/>`)
			.join('');
	}

	close(name: string, tag: Tag, start: number): void {
		if (name === 'row' && this.#waiting.length > 0) {
			const cells = this.#newCells(this.#waiting, prefixOf(tag));
			this.edits.push(appendTo(this.xml, tag, start, cells));
			this.#waiting = [];
		}
		if (name === 'worksheet') this.drawing ??= { at: start, prefix: prefixOf(tag) };
	}
}
