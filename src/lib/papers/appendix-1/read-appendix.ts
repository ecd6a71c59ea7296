import { searchKey } from '../../contracts/text/search-key';
import type { ReadTeamRow, StatedTotals } from '../../contracts/teams/files';
import type { Grid } from '../workbook/grid';
import { readTable, type TableRow } from '../roster/read-table';

export const appendixColumns = [
	'number',
	'commune',
	'team',
	'members',
	'leader',
	'position',
	'phone',
] as const;
export type AppendixColumn = (typeof appendixColumns)[number];

/** What headings of the form say in one wording or another; the first that fits, holds. */
const headings: readonly (readonly [AppendixColumn, RegExp])[] = [
	['number', /^(s?tt|so tt|so thu tu)$/],
	['phone', /dien thoai|\bsdt\b|\bso dt\b|di dong|^dt$|so lien he/],
	['members', /thanh vien|so luong|so nguoi|^sl/],
	['leader', /ho (va )?ten|^to truong/],
	['position', /^chuc (vu|danh)/],
	['team', /^ten to|^te to|^to (cong nghe|cns)|^(ten )?(thon|to dan pho|khu pho|ban)\b/],
	['commune', /phuong|thi tran|^(ten )?(xa|don vi|dia ban|dia phuong)\b/],
];
const columnOf = (key: string): AppendixColumn | undefined =>
	headings.find(([, pattern]) => key.length <= 80 && pattern.test(key))?.[0];

const isHeading = (columns: ReadonlySet<AppendixColumn>) =>
	columns.has('team') && (columns.has('leader') || columns.has('members')) && columns.size >= 3;

/** Of a whole file: the rows that list teams, and what the headings of its sheets state. */
export interface ReadAppendix {
	rows: ReadTeamRow[];
	totals: StatedTotals[];
}

/** The form's table in one sheet; undefined where there is none. */
export function readAppendixSheet(file: string, grid: Grid): ReadAppendix | undefined {
	const table = readTable<AppendixColumn>(grid, { columnOf, isHeading });
	if (!table) return undefined;
	const heading = table.above.flat().join('\n');
	const district = districtOf(heading);
	const rows: ReadTeamRow[] = [];
	let commune = { address: 'A1', text: communeOfSheet(grid.sheet) };
	let lastNumber = 0;
	for (const row of table.rows) {
		const { cells } = row;
		if (isTotal(row)) continue;
		const section = sectionOf(row);
		if (section !== undefined) {
			commune = section;
			lastNumber = 0;
			continue;
		}
		const said = [cells.team, cells.members, cells.leader, cells.phone].filter(Boolean);
		// Signatures and places for them stand below the list.
		if (said.length === 0 || (!cells.team && !cells.members && !cells.phone)) continue;
		const number = Number(cells.number?.text ?? Number.NaN);
		if (cells.commune) commune = cells.commune;
		// The numbers begin anew in each commune: so this is another one, and nobody says which.
		else if (number <= lastNumber && number === 1) commune = { address: '', text: '' };
		lastNumber = Number.isNaN(number) ? lastNumber : number;
		rows.push({
			file,
			sheet: grid.sheet,
			row: row.number,
			district,
			...(row.hidden ? { hidden: true } : {}),
			cells: {
				...cells,
				commune: { ...commune, address: commune.address || `A${row.number}` },
			},
		});
	}
	const totals = { sheet: grid.sheet, teams: rows.length, members: countMembers(rows) };
	return { rows, totals: [{ ...totals, ...statedIn(heading) }] };
}

/** What is said of several sheets: each by itself, or all by the one that states anything. */
export function joinTotals(totals: readonly StatedTotals[]): StatedTotals[] {
	const sum = (pick: (each: StatedTotals) => number) =>
		totals.reduce((whole, each) => whole + pick(each), 0);
	const stating = totals.filter(
		({ statedTeams, statedMembers }) => statedTeams !== null || statedMembers !== null,
	);
	const [only] = stating;
	if (only && stating.length > 1) return stating;
	return [
		{
			sheet: '',
			teams: sum(({ teams }) => teams),
			members: sum(({ members }) => members),
			statedTeams: only?.statedTeams ?? null,
			statedMembers: only?.statedMembers ?? null,
		},
	];
}

/** A whole number as people write one: `05`, `5 người`; undefined for anything else. */
export function readCount(text: string): number | undefined {
	const digits = /^(\d{1,4})( (nguoi|thanh vien))?$/.exec(searchKey(text))?.[1];
	return digits === undefined ? undefined : Number(digits);
}

const countMembers = (rows: readonly ReadTeamRow[]): number =>
	rows.reduce((sum, { cells }) => sum + (readCount(cells['members']?.text ?? '') ?? 0), 0);

/** `Tổng số Tổ … trên địa bàn: 1.891`. */
function statedIn(heading: string): Pick<StatedTotals, 'statedTeams' | 'statedMembers'> {
	const stated = (words: RegExp) => {
		const line = heading.split('\n').find((each) => words.test(searchKey(each)));
		const digits = /:\D*(\d[\d.\s]*)/.exec(line ?? '')?.[1]?.replace(/\D/g, '');
		return digits === undefined ? null : Number(digits);
	};
	return {
		statedTeams: stated(/^tong so to\b/),
		statedMembers: stated(/^tong so thanh vien/),
	};
}

const districtOf = (heading: string): string =>
	/\bcủa\s+((?:huyện|thị xã|thành phố|quận)\s+[^\n,;.…]+)/iu.exec(heading)?.[1]?.trim() ?? '';

const communeWords = /^(xa|phuong|p|thi tran|tt|dac khu) /;

/** `Sheet1` names nothing; `Xã Hòa Thịnh` or `Hòa Thịnh` may. */
const communeOfSheet = (sheet: string): string =>
	/^(sheet|trang tinh|phu luc|pl|danh sach|bieu)/.test(searchKey(sheet)) ? '' : sheet;

function isTotal({ texts, cells }: TableRow<AppendixColumn>): boolean {
	const [first = ''] = texts.filter((text) => !/^[\divx.]+$/iu.test(text));
	return !cells.leader && /^(tong|tong (so|cong)\b.*|cong)$/.test(searchKey(first));
}

/** `I. Xã Hòa Thịnh` on a row of its own, whatever column it stands in. */
function sectionOf({
	texts,
	cells,
}: TableRow<AppendixColumn>): { address: string; text: string } | undefined {
	if (cells.leader || cells.phone) return undefined;
	const words = texts.filter((text) => !/^[\d.\s]+$/.test(text) && !/^[ivxl]+\.?$/iu.test(text));
	const [text = ''] = words;
	const name = text.replace(/^([ivxl]+|\d+)\s*[.)/-]\s*/iu, '');
	if (words.length !== 1 || !communeWords.test(`${searchKey(name)} `)) return undefined;
	// Alone in its own column with a number of members it is a row of the list.
	if (cells.team?.text === text && cells.members) return undefined;
	const cell = [cells.number, cells.commune, cells.team].find((each) => each?.text === text);
	if (cell === cells.commune && cells.members) return undefined;
	return { address: cell?.address ?? '', text: name };
}
