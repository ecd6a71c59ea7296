import { dayLength } from '../../contracts/local-time';

/** What the number in a cell stands for, told by how it is shown. */
export type NumberKind = 'number' | 'percentage' | 'date';

const builtinPercentages = new Set([9, 10]);
const isBuiltinDate = (id: number) =>
	(id >= 14 && id <= 22) ||
	(id >= 27 && id <= 36) ||
	(id >= 45 && id <= 47) ||
	(id >= 50 && id <= 58);

/** @param code of a format that isn't built in. */
export function numberKind(id: number, code: string | undefined): NumberKind {
	if (code === undefined) {
		if (builtinPercentages.has(id)) return 'percentage';
		return isBuiltinDate(id) ? 'date' : 'number';
	}
	// Texts, single shown characters, and colours and conditions; what counts hours on, `[h]`, stays.
	const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/giu, '');
	if (bare.includes('%')) return 'percentage';
	return !/general/i.test(bare) && /[dmyhs]/i.test(bare) ? 'date' : 'number';
}

const lastDay = 2_958_465;

/**
 * `YYYY-MM-DD` of a date as spreadsheets count it; undefined for a time of day and for what is no day.
 * @param from1904 whether the workbook counts from 1904, as those from old Macs do.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
	const days = Math.floor(Number(serial.toPrecision(15)));
	if (days < (from1904 ? 0 : 1) || days > lastDay) return undefined;
	if (from1904) return isoDay(Date.UTC(1904, 0, 1) + days * dayLength);
	// Spreadsheets believe that there was a 29 February 1900.
	if (days === 60) return undefined;
	return isoDay(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * dayLength);
}

const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);
