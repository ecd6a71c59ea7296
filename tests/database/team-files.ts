import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import { makeAccount, makeProvince } from './province';
import type { Actor } from '../../src/lib/contracts/accounts';
import type { TeamFileKind } from '../../src/lib/contracts/teams/files';
import type { Database } from '../../src/lib/server/db/client';
import { confirmImport } from '../../src/lib/papers/roster/confirm-import.server';
import { readImport } from '../../src/lib/papers/roster/read-import.server';
import { takeImport } from '../../src/lib/papers/roster/take-import.server';

/** How files with teams and their members are sent, looked at and stored. */

export const now = new Date('2022-05-02T03:00:00Z');
export const day = '2022-05-01';

export async function workbook(...sheets: unknown[][][]): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	for (const [index, rows] of sheets.entries())
		workbook.addWorksheet(`Sheet${index + 1}`).addRows(rows);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export const heading = [
	'TT',
	'Tên xã/phường/thị trấn',
	'Tên Tổ công nghệ số cộng đồng',
	'Số lượng thành viên của Tổ',
	'Họ tên, chức vụ Tổ trưởng',
	'Điện thoại',
];
export const memberHeading = [
	'Mã đơn vị',
	'Tên tổ',
	'Họ và tên',
	'Vai trò',
	'Chức vụ',
	'Thanh niên',
	'Điện thoại',
	'Kỹ năng 1',
	'Kỹ năng 2',
	'Từ ngày',
	'Đến hết ngày',
];

export async function setUp(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 3 });
	const [commune] = province.communes;
	if (!commune) throw new Error('The province has communes.');
	const officer = await makeAccount(database, 'officer', 'reporter', commune.id);
	const other = await makeAccount(database, 'other', 'reporter', province.provinceId);
	return { ...province, commune, officer, other };
}

export async function send(
	database: Database,
	actor: Actor,
	rows: unknown[][],
	kind: TeamFileKind = 'appendix',
	on = day,
): Promise<string> {
	const head = kind === 'appendix' ? heading : memberHeading;
	const files = [{ name: 'a.xlsx', content: await workbook([head, ...rows]) }];
	const taken = await takeImport(database, actor, { kind, day: on, files }, now);
	if (!('id' in taken)) throw new Error(taken.refused.refusal);
	return taken.id;
}

export const preview = (database: Database, actor: Actor, id: string) =>
	readImport(database, actor, id, { state: undefined, page: 1 });

/** Each row as its state, its changes and what is wrong with it. */
export async function told(database: Database, actor: Actor, id: string): Promise<string[]> {
	const { rows } = await preview(database, actor, id);
	return rows.map(({ state, changes, problems, notes }) =>
		[
			state,
			...changes.map(({ field, from, to }) => `${field} ${from}→${to}`),
			...problems.map(({ address, rule }) => `${address} ${rule}`),
			...notes.map(({ rule }) => rule),
		].join(', '),
	);
}

export async function store(
	database: Database,
	actor: Actor,
	rows: unknown[][],
	kind?: TeamFileKind,
	on?: string,
) {
	const id = await send(database, actor, rows, kind, on);
	const before = await told(database, actor, id);
	expect(await confirmImport(database, actor, id, now)).toBe(true);
	return before;
}

export const an = 'Nguyễn Văn An\nTrưởng thôn';
