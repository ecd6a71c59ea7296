import { isSoundText } from '../../contracts/text/sound-text';
import type { GridCell } from './grid';
import { dayOfSerial, type NumberKind } from './number-kinds';
import { unescapeText } from './escaped-text';

/** What the numbers in cells point to. */
export interface CellKinds {
	strings: readonly string[];
	/** By the number of a style. */
	numbers: readonly NumberKind[];
	from1904: boolean;
}

/** A cell as its part has it. */
export interface RawCell {
	type: string | undefined;
	style: string | undefined;
	value: string | undefined;
	/** Written into the cell itself. */
	text: string | undefined;
	formula: boolean;
}

type Content = Omit<GridCell, 'address'>;
const unusable: Content = { content: null, fault: 'notTextOrNumber' };

/** What a cell holds; null for nothing, however it is styled. */
export function cellContent(cell: RawCell, kinds: CellKinds): Content | null {
	const { type = 'n', value, text, formula } = cell;
	if (formula) return { content: null, fault: 'formula' };
	if (type === 'inlineStr') return textContent(unescapeText(text ?? ''));
	if (value === undefined || value.trim() === '') return null;
	if (type === 's') {
		const shared = kinds.strings[Number(value)];
		return shared === undefined ? unusable : textContent(shared);
	}
	if (type === 'str') return textContent(unescapeText(value));
	if (type === 'd') return dateContent(/^\d{4}-\d\d-\d\d/.exec(value)?.[0]);
	if (type !== 'n') return unusable;
	return numberContent(Number(value), kinds.numbers[Number(cell.style ?? 0)] ?? 'number', kinds);
}

/** Text as it comes from any file. */
export function textContent(text: string): Content | null {
	if (text === '') return null;
	return isSoundText(text) ? { content: text } : { content: null, fault: 'unsoundText' };
}

const dateContent = (day: string | undefined): Content =>
	day === undefined ? unusable : { ...unusable, day };

function numberContent(number: number, kind: NumberKind, { from1904 }: CellKinds): Content {
	if (!Number.isFinite(number)) return unusable;
	if (kind === 'date') return dateContent(dayOfSerial(number, from1904));
	if (kind === 'percentage') return { content: null, fault: 'percentage' };
	// Spreadsheets calculate with 17 digits and show 15: what follows is noise.
	return { content: Number(number.toPrecision(15)) };
}
