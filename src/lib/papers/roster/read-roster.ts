import { isDay } from '../../contracts/local-time';
import type { ReadTeamRow } from '../../contracts/teams/files';
import { digitalSkills, type MemberRole } from '../../contracts/teams/teams';
import { searchKey } from '../../contracts/text/search-key';
import type { ReadCell } from '../../contracts/teams/files';
import type { Grid } from '../workbook/grid';
import { readTable, type TableRow } from './read-table';

export const skillColumns = ['skill1', 'skill2', 'skill3', 'skill4', 'skill5'] as const;
export const rosterColumns = [
	'number',
	'code',
	'commune',
	'unit',
	'team',
	'fullName',
	'role',
	'position',
	'organisation',
	'origin',
	'smartphone',
	'youth',
	'phone',
	...skillColumns,
	'fromOn',
	'untilOn',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** In one wording or another; the first that fits, holds. */
const headings: readonly (readonly [RosterColumn, RegExp])[] = [
	['number', /^(s?tt|so tt|so thu tu)$/],
	['code', /^ma (don vi|thon|xa)/],
	['smartphone', /dien thoai thong minh|smartphone/],
	['phone', /dien thoai|\bsdt\b|\bso dt\b|di dong/],
	...digitalSkills.map((skill): [RosterColumn, RegExp] => [
		`skill${skill}`,
		new RegExp(`^(ky nang|kn) (so )?${skill}\\b`),
	]),
	['fromOn', /^(tu ngay|ngay (vao|tham gia|bat dau))/],
	['untilOn', /^(den (het )?ngay|ngay (ra|thoi|nghi|ket thuc))/],
	['role', /^(vai tro|chuc danh|nhiem vu)/],
	['fullName', /ho (va )?ten|^ten thanh vien/],
	['origin', /^(thuoc )?luc luong\b/],
	['youth', /^(la )?(thanh nien|doan vien)/],
	['organisation', /don vi cong tac|co quan|doan the|to chuc/],
	['position', /^chuc vu/],
	['team', /^ten to|^to (cong nghe|cns)|^to$/],
	['unit', /^(ten )?(don vi|thon|to dan pho|khu pho|ban|noi hoat dong)\b/],
	['commune', /^(ten )?(xa|phuong|thi tran)\b/],
];
const columnOf = (key: string): RosterColumn | undefined =>
	headings.find(([, pattern]) => key.length <= 80 && pattern.test(key))?.[0];

const isHeading = (columns: ReadonlySet<RosterColumn>) =>
	columns.has('fullName') &&
	(columns.has('team') || columns.has('unit') || columns.has('code')) &&
	columns.size >= 3;

/** Where a member serves: offices merge these cells over all members of a team. */
const placeColumns = ['code', 'commune', 'unit', 'team'] as const;
const spanning = new Set<RosterColumn>(placeColumns);

/**
 * The list of members in one sheet; undefined where there is none. Rows without a name are passed over,
 * and so are the names of those who sign below the list.
 */
export function readRosterSheet(file: string, grid: Grid): ReadTeamRow[] | undefined {
	const rows = readTable<RosterColumn>(grid, { columnOf, isHeading, spanning })?.rows;
	if (!rows) return undefined;
	const last = rows.findLastIndex(isPlaced);
	return rows
		.filter((row, index) => row.cells.fullName && (index < last || isPlaced(row) || isMember(row)))
		.map(({ number, cells, hidden }) => ({
			...{ file, sheet: grid.sheet, row: number, district: '', cells },
			...(hidden ? { hidden } : {}),
		}));
}

type RosterRow = TableRow<RosterColumn>;
const isPlaced = ({ cells }: RosterRow): boolean =>
	placeColumns.some((column) => cells[column] !== undefined);
const isMember = ({ cells }: RosterRow): boolean =>
	cells.role !== undefined || cells.phone !== undefined || cells.fromOn !== undefined;

/** Null for an empty cell, undefined for words that mean no role. */
export function readRole(text: string): MemberRole | null | undefined {
	const key = searchKey(text);
	if (key === '') return null;
	if (/^(to truong|truong)$/.test(key)) return 'leader';
	if (/^(to pho|pho to truong|pho)$/.test(key)) return 'deputy';
	return /^(thanh vien|to vien|tv)$/.test(key) ? 'member' : undefined;
}

/** Null for an empty cell, undefined for words that say neither. */
export function readFlag(text: string): boolean | null | undefined {
	const key = text.trim().toLowerCase();
	if (key === '') return null;
	if (/^(x|✓|✔|v|1)$/u.test(key) || /^(co|dung|yes)$/.test(searchKey(key))) return true;
	return /^(0|khong|ko|k|no)$/.test(searchKey(key)) ? false : undefined;
}

/** `YYYY-MM-DD` of a date or of `1/5/2022`; null for an empty cell, undefined for no day. */
export function readDay(cell: ReadCell | undefined): string | null | undefined {
	if (!cell) return null;
	if (cell.day !== undefined) return cell.day;
	const [, day = '', month = '', year = ''] =
		/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell.text) ?? [];
	const iso = year === '' ? cell.text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isDay(iso) ? iso : undefined;
}

/** `2022-05-01` → `01/05/2022`, as text: a spreadsheet turns other forms around. */
export const writeDay = (day: string): string => day.split('-').reverse().join('/');
