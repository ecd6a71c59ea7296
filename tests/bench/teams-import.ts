import ExcelJS from 'exceljs';
import type { TeamFileKind } from '../../src/lib/contracts/teams/files';
import { confirmImport } from '../../src/lib/papers/roster/confirm-import.server';
import { exportTeams } from '../../src/lib/papers/roster/export-teams.server';
import { readImport } from '../../src/lib/papers/roster/read-import.server';
import { takeImport } from '../../src/lib/papers/roster/take-import.server';
import { previewReports } from '../../src/lib/reports/intake/preview.server';
import type { Database } from '../../src/lib/server/db/client';
import { startPostgres } from '../database/postgres-server';
import { makeProvince, reportOf, type TestProvince } from '../database/province';
import { openBenchDatabase } from './bench-database';
import { clock, longestStall, milliseconds, type Finding } from './measure';

/** As many as document 004 counts: 209 communes, 1,891 village teams, over 16,000 members. */
const communes = 209;
const teams = 1891;
const members = 16_000;
const barSeconds = 15;
/** Milliseconds that nobody else may wait at once while a file is checked or stored. */
const barStall = 200;
const day = '2026-10-01';
const now = new Date('2026-10-20T03:00:00Z');

/** Both files from their bytes to the stored rows: read, matched, previewed, confirmed. */
export async function teamsImport(): Promise<Finding[]> {
	const server = await startPostgres();
	const bench = await openBenchDatabase(server, 'teams');
	const { database } = bench.handle;
	try {
		const perCommune = Math.ceil(teams / communes);
		const province = await makeProvince(database, { communes, villages: perCommune });
		const files = {
			appendix: await workbook(appendixRows(province)),
			roster: await workbook(rosterRows(province)),
		};
		const stalls: Record<TeamFileKind, number> = { appendix: 0, roster: 0 };
		const seconds: Record<TeamFileKind, number> = { appendix: 0, roster: 0 };
		for (const kind of ['appendix', 'roster'] as const) {
			const began = clock();
			const sent = { kind, day, files: [{ name: `${kind}.xlsx`, content: files[kind] }] };
			const taken = await takeImport(database, province.reporter, sent, now);
			if (!('id' in taken)) throw new Error(taken.refused.refusal);
			const choice = { state: undefined, page: 1 };
			const { counts } = await readImport(database, province.reporter, taken.id, choice);
			const { result: stored, stall } = await longestStall(() =>
				confirmImport(database, province.reporter, taken.id, now),
			);
			stalls[kind] = stall;
			seconds[kind] = (clock() - began) / 1000;
			if (!stored || counts.wrong > 0) throw new Error(JSON.stringify(counts));
		}
		const began = clock();
		await exportTeams(database, province.reporter, { file: 'xlsx', unit: '98', day });
		const out = (clock() - began) / 1000;
		const both = seconds.appendix + seconds.roster;
		return [
			{
				name: 'teams-import',
				measured: `measured ${both.toFixed(1)} s for ${teams} teams (${seconds.appendix.toFixed(1)} s) and ${members} members (${seconds.roster.toFixed(1)} s) of ${communes} communes; the list goes out in ${out.toFixed(1)} s`,
				ratio: both / barSeconds,
				bar: 1,
				good: 'atMost',
			},
			{
				name: 'teams-import stalls',
				measured: `measured ${milliseconds(stalls.appendix)} without an answer to anybody while the teams were stored, ${milliseconds(stalls.roster)} while their members were, allowed ${milliseconds(barStall)}`,
				ratio: Math.max(stalls.appendix, stalls.roster) / barStall,
				bar: 1,
				good: 'atMost',
			},
			await reportsUpload(database, province),
		];
	} finally {
		await bench.close();
		await server.stop();
	}
}

/** The sheet of a whole province, each village with its figures, checked as it is uploaded. */
async function reportsUpload(database: Database, province: TestProvince): Promise<Finding> {
	const inputs = villagesOf(province).map(({ code }) => ({
		...reportOf(code, '2026-10', 60, 100),
		values: [
			{ indicator: 'outreachSessions', value: 3 },
			{ indicator: 'leaflets', value: 120 },
		],
	}));
	const { result, stall } = await longestStall(() =>
		previewReports(database, province.reporter, inputs, now),
	);
	const wrong = result.find(({ state }) => state !== 'new');
	if (wrong) throw new Error(JSON.stringify(wrong));
	return {
		name: 'reports-upload stalls',
		measured: `measured ${milliseconds(stall)} without an answer to anybody while ${inputs.length} reports of a file were checked, allowed ${milliseconds(barStall)}`,
		ratio: stall / barStall,
		bar: 1,
		good: 'atMost',
	};
}

const villagesOf = ({ communes: all }: TestProvince) =>
	all
		.flatMap(({ villages }, commune) =>
			villages.map(({ code }, village) => ({ code, commune, village })),
		)
		.slice(0, teams);

const leaderOf = (index: number) =>
	`Nguyễn Văn ${['An', 'Bình', 'Hòa', 'Đức'][index % 4] ?? ''} ${index}`;
const phoneOf = (index: number) => 900_000_000 + index;

function appendixRows(province: TestProvince): unknown[][] {
	return [
		['TT', 'Xã', 'Tên Tổ', 'Số lượng thành viên', 'Họ tên, chức vụ Tổ trưởng', 'Điện thoại'],
		...villagesOf(province).map(({ commune, village }, index) => [
			village + 1,
			village === 0 ? `Xã ${commune}` : null,
			`Thôn ${village + 1}`,
			8,
			`Ông ${leaderOf(index)}, Trưởng thôn`,
			phoneOf(index),
		]),
	];
}

function rosterRows(province: TestProvince): unknown[][] {
	const villages = villagesOf(province);
	const skills = [1, 2, 3, 4, 5].map((skill) => `Kỹ năng ${skill}`);
	return [
		[
			'Mã đơn vị',
			'Tên tổ',
			'Họ và tên',
			'Vai trò',
			'Chức vụ',
			'Đơn vị công tác',
			'Thanh niên',
		].concat('Điện thoại', skills, 'Từ ngày', 'Đến hết ngày'),
		...Array.from({ length: members }, (_, index) => {
			const team = index % teams;
			const leads = index < teams;
			return [
				villages[team]?.code,
				'',
				leads ? leaderOf(team) : `Trần Thị Thành Viên ${index}`,
				leads ? 'Tổ trưởng' : 'Thành viên',
				leads ? 'Trưởng thôn' : 'Bí thư Chi đoàn',
				'Đoàn Thanh niên',
				index % 3 === 0 ? 'x' : 'không',
				phoneOf(index),
				...['x', '', 'x', '', 'x'],
				'01/10/2026',
				'',
			];
		}),
	];
}

async function workbook(rows: unknown[][]): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	workbook.addWorksheet('Danh sách').addRows(rows);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}
