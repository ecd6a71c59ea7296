import type { FilePlace } from '../../contracts/papers';
import type { Archive } from './archive.server';
import { cellContent, type CellKinds } from './cell-content';
import {
	cellAddress,
	columnName,
	mostCells,
	mostColumns,
	parseAddress,
	type Grid,
	type GridCell,
	type GridRow,
} from './grid';
import { mergeCells, parseRange, type Range } from './merges';
import type { SheetPart } from './parts.server';
import { RefusedFile } from './refused-file.server';
import { isTrue, readXml, type Attributes, type XmlReader } from './xml.server';

/** What a file may hold, and by when it must be read. */
export interface Bounds {
	/** Of one sheet, not counting empty ones. */
	rows: number;
	/** Still to be read of the whole file. */
	cells: number;
	/** By `Date.now()`. */
	deadline: number;
}

export const boundsOf = (rows: number, milliseconds: number): Bounds => ({
	rows,
	cells: mostCells,
	deadline: Date.now() + milliseconds,
});

/**
 * Reads the cells of one sheet that hold something, as its writer left them: what is merged is only
 * joined afterwards, so that a range over the whole sheet costs nothing.
 * @throws RefusedFile
 */
export async function readSheet(
	archive: Archive,
	{ name, part }: SheetPart,
	kinds: CellKinds,
	bounds: Bounds,
): Promise<Grid> {
	const reader = new SheetReader(name, kinds, bounds);
	try {
		await readXml(archive.read(part), reader);
	} catch (thrown) {
		if (thrown instanceof RefusedFile && thrown.refusal === 'damagedFile' && !thrown.place)
			throw new RefusedFile('damagedFile', reader.place(), { cause: thrown });
		throw thrown;
	}
	const rows = reader.inOrder();
	const hiddenColumns = reader.hiddenColumns
		.filter((column) => rows.some(({ cells }) => (cells[column - 1]?.content ?? null) !== null))
		.map(columnName);
	const grid: Grid = { sheet: name, rows, ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}) };
	mergeCells(grid, reader.merges, (cells) => {
		reader.take(cells);
		reader.refuseWhenLate();
	});
	return grid;
}

class SheetReader implements XmlReader {
	readonly merges: Range[] = [];
	readonly #hiddenColumns = new Set<number>();
	readonly #rows = new Map<number, GridRow>();
	#section = '';
	#row = 0;
	#hidden = false;
	#column = 0;
	#seen = 0;
	#cell:
		| {
				attributes: Attributes;
				value: string | undefined;
				text: string | undefined;
				formula: boolean;
		  }
		| undefined;
	/** What the text that comes next belongs to. */
	#into: 'value' | 'text' | undefined;
	#inReading = false;

	constructor(
		private readonly sheet: string,
		private readonly kinds: CellKinds,
		private readonly bounds: Bounds,
	) {}

	open(name: string, attributes: Attributes, depth: number): void {
		this.#into = undefined;
		if (depth === 2) this.#section = name;
		else if (this.#section === 'sheetData') this.#openInData(name, attributes, depth);
		else if (this.#section === 'cols' && depth === 3) this.#openColumns(attributes);
		else if (this.#section === 'mergeCells' && depth === 3) {
			const range = parseRange(attributes['ref'] ?? '');
			if (range) this.merges.push(range);
		}
	}

	/** A range is as wide as its writer likes; beyond the last column that is read nothing matters. */
	#openColumns({ min, max, hidden, width }: Attributes): void {
		this.#count();
		if (!isTrue(hidden) && Number(width ?? 1) !== 0) return;
		const last = Math.min(Number(max), mostColumns);
		for (let column = Math.max(1, Number(min)); column <= last; column += 1)
			this.#hiddenColumns.add(column);
	}

	get hiddenColumns(): number[] {
		return [...this.#hiddenColumns].sort((one, other) => one - other);
	}

	#openInData(name: string, attributes: Attributes, depth: number): void {
		if (depth === 3) this.#openRow(attributes);
		else if (depth === 4) this.#openCell(attributes);
		else if (this.#cell && depth === 5) {
			if (name === 'v') this.#into = 'value';
			if (name === 'f') this.#cell.formula = true;
		} else if (this.#cell && depth > 5) {
			if (depth === 6) this.#inReading = name === 'rPh';
			// Within `is`: `t`, or `r/t` of text in several styles.
			if (name === 't' && !this.#inReading) this.#into = 'text';
		}
	}

	#openRow({ r, hidden, ht }: Attributes): void {
		const number = r === undefined ? this.#row + 1 : Number(r);
		if (!(number >= 1 && number <= 1_048_576)) throw new RefusedFile('damagedFile', this.place());
		this.#row = number;
		this.#hidden = isTrue(hidden) || ht === '0';
		this.#column = 0;
		this.#count();
	}

	/** Some writers leave places out: then a cell follows the one before. */
	#openCell(attributes: Attributes): void {
		const { r } = attributes;
		const column = r === undefined ? this.#column + 1 : parseAddress(r)?.column;
		if (column === undefined) throw new RefusedFile('damagedFile', this.place());
		this.#column = column;
		this.#cell = { attributes, value: undefined, text: undefined, formula: false };
		this.#count();
	}

	#count(): void {
		this.#seen += 1;
		if (this.#seen % 1000 === 0) this.refuseWhenLate();
	}

	refuseWhenLate(): void {
		if (Date.now() > this.bounds.deadline) throw new RefusedFile('tooSlow', this.place());
	}

	text(more: string): void {
		if (this.#cell && this.#into) this.#cell[this.#into] = (this.#cell[this.#into] ?? '') + more;
	}

	close(_: string, depth: number): void {
		this.#into = undefined;
		if (depth !== 4 || !this.#cell) return;
		const { attributes, value, text, formula } = this.#cell;
		this.#cell = undefined;
		const content = cellContent(
			{ type: attributes['t'], style: attributes['s'], value, text, formula },
			this.kinds,
		);
		if (content && this.#column <= mostColumns) this.#keep(content);
	}

	#keep(content: Omit<GridCell, 'address'>): void {
		const { cells } = this.#rowToFill();
		this.take(Math.max(0, this.#column - cells.length));
		while (cells.length < this.#column)
			cells.push({ address: cellAddress(cells.length + 1, this.#row), content: null });
		cells[this.#column - 1] = { address: cellAddress(this.#column, this.#row), ...content };
	}

	take(cells: number): void {
		this.bounds.cells -= cells;
		if (this.bounds.cells < 0) throw new RefusedFile('tooManyCells', this.place());
	}

	#rowToFill(): GridRow {
		const present = this.#rows.get(this.#row);
		if (present) return present;
		if (this.#rows.size >= this.bounds.rows) throw new RefusedFile('tooManyRows', this.place());
		const row: GridRow = {
			number: this.#row,
			cells: [],
			...(this.#hidden ? { hidden: true } : {}),
		};
		this.#rows.set(this.#row, row);
		return row;
	}

	/** Where reading has got to. */
	place(): FilePlace {
		const { sheet } = this;
		if (this.#row === 0) return { sheet, address: '' };
		return { sheet, address: cellAddress(Math.max(1, this.#column), this.#row) };
	}

	inOrder(): GridRow[] {
		return [...this.#rows.values()].sort((one, other) => one.number - other.number);
	}
}
