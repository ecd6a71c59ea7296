import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { correctList } from '../../src/lib/admin-units/correct/correct-list.server';
import { importHouseholds } from '../../src/lib/admin-units/import/import-households.server';
import type { ImportResult } from '../../src/lib/admin-units/import/import-result';
import { importLineage } from '../../src/lib/admin-units/import/import-lineage.server';
import { importUnits } from '../../src/lib/admin-units/import/import-units.server';
import { unitsWithoutSuccessor } from '../../src/lib/admin-units/lineage/without-successor.server';
import { queryRows, type Database } from '../../src/lib/server/db/client';
import { InvalidError } from '../../src/lib/server/errors';
import { describeDatabase, rolledBack } from '../database';
import { temporaryFiles } from '../fixtures/import/files';

/** Files on which the product once failed, and official lists, given by path; they aren't part of the project. */
const data = resolve(process.env['REAL_DATA_DIR'] ?? '.');
const trial = (name: string) => join(data, 'trials', 'units', name);
const official = (name: string) => join(data, 'units', name);
const write = temporaryFiles();
const validFrom = '2023-04-10';
const on = '2025-07-01';

const province = '24,Tỉnh Bắc Giang';
const header = 'code,name,province_code,province_name';
const pair = write(
	'pair.csv',
	`${header}\n07901,Xã Mẫu Một,${province}\n07902,Xã Mẫu Hai,${province}\n`,
);
const successor = write('successor.csv', `${header}\n07903,Xã Mẫu Ba,${province}\n`);
const commune = write('commune.csv', `${header}\n14755,Xã Mẫu,${province}\n`);
const counted = write(
	'counted.csv',
	['07182', '07185', '07186'].reduce(
		(lines, code) => `${lines}${code},Xã Mẫu ${code},${province}\n`,
		`${header}\n`,
	),
);

const summary = ({ added, changed, unchanged }: ImportResult) => [added, changed, unchanged];
async function said(work: Promise<ImportResult>): Promise<string> {
	try {
		const { notes } = await work;
		return notes.join('\n');
	} catch (error) {
		if (!(error instanceof InvalidError)) throw error;
		return error.problems.map(({ field, message }) => `${field}: ${message}`).join('\n');
	}
}
const names = async (database: Database) =>
	(
		await queryRows<{ text: string }>(
			database,
			sql`select code || ' ' || kind || ' ' || name as text from admin_unit where level = 'commune' order by code`,
		)
	).map(({ text }) => text);

const three = ['07182 xa Mẫu Một', '07185 xa Hòa Mẫu', '07186 phuong Thủy Mẫu'];

describeDatabase('lists of units from offices', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), body);
	const options = { validFrom };

	it.each<[string, string[], string?]>([
		['u_semicolon_bom_crlf.csv', three],
		['u_sep_line.csv', three],
		['u_title_line.csv', three],
		['u_total_row.csv', three, 'Line 5 is a total and no unit: Tổng cộng: 3 đơn vị'],
		['u_nbsp.csv', ['07182 xa Mẫu Một', '07185 xa Hòa Mẫu']],
		['u_eth.csv', ['07182 xa Đông Mẫu']],
		['u_upper.csv', ['07182 xa Mẫu Một'], 'stored like this: Mẫu Một'],
		[
			'u_quotes.csv',
			['07182 xa "Mẫu" Một', '07183 xa “Mẫu” Hai', '07184 xa Mẫu 3 + 4', '07187 xa Mẫu; Tư'],
		],
	])('%s is read', (name, expected, note) =>
		rolledBack(handle(), async (database) => {
			const { notes } = await importUnits(database, trial(name), options);
			expect(await names(database)).toEqual(expected);
			expect(notes.join('\n')).toContain(note ?? '');
		}),
	);

	it.each([
		['u_float.csv', 'line 2: code 7182.0 of a commune lost its leading zero: write 07182'],
		['u_lost_zero.csv', 'line 4: code 7186 of a commune lost its leading zero: write 07186'],
		['u_utf16.csv', 'file: is UTF-16; save it as UTF-8 ("CSV UTF-8" in Excel)'],
		['u_utf16le_nobom.csv', 'file: is UTF-16 (without a byte order mark); save it as UTF-8'],
		['u_1258.csv', 'line 2: is not UTF-8 (Windows-1258 or another old code page?)'],
	])('%s is refused by what it is', (name, message) =>
		rolledBack(handle(), async (database) => {
			expect(await said(importUnits(database, trial(name), options))).toContain(message);
			expect(await names(database)).toEqual([]);
		}),
	);

	it(
		'u_kind_conflict.csv is refused where its name says another kind',
		inTransaction(async (database) => {
			const map = { code: 'ma', name: 'ten', kind: 'cap', parent: 'tren' };
			const text = await said(
				importUnits(database, trial('u_kind_conflict.csv'), { ...options, map }),
			);
			expect(text.split('\n')).toEqual([
				expect.stringContaining('line 3: "Thành phố Bắc Giang" begins with Thành phố'),
				expect.stringContaining('line 4: "Phường Mẫu" begins with Phường'),
			]);
		}),
	);

	it(
		'village_kinds.csv holds kinds of village only',
		inTransaction(async (database) => {
			await importUnits(database, commune, options);
			const result = await importUnits(database, trial('village_kinds.csv'), options);
			expect(summary(result)).toEqual([21, 0, 0]);
		}),
	);

	it(
		'hh_vn_numbers.csv holds thousands as people write them',
		inTransaction(async (database) => {
			await importUnits(database, counted, options);
			const register = { year: 2024, source: 'Sổ hộ', validOn: validFrom };
			const result = await importHouseholds(database, trial('hh_vn_numbers.csv'), register);
			expect(result.notes.join()).toContain(`${3 * 1234} households in 3 units`);
		}),
	);

	it(
		'rename.csv and end_earlier.csv are corrections, with a reason',
		inTransaction(async (database) => {
			await importUnits(database, pair, { ...options, validTo: on });
			const renaming = trial('rename.csv');
			expect(await said(importUnits(database, renaming, options))).toContain(
				'line 2: 07901 from 2023-04-10 is stored with name Mẫu Một, not Mẫu Mốt',
			);
			const reason = 'Gõ sai';
			expect(summary(await correctList(database, renaming, { ...options, reason }))).toEqual([
				0, 1, 0,
			]);
			expect((await names(database))[0]).toBe('07901 xa Mẫu Mốt');
			const earlier = { ...options, validTo: '2025-06-01', reason };
			const ended = await correctList(database, trial('end_earlier.csv'), earlier);
			expect(summary(ended)).toEqual([0, 1, 0]);
			const log = await queryRows<{ details: unknown }>(
				database,
				sql`select details from audit_log where action = 'unit.correct' order by id`,
			);
			expect(log.map(({ details }) => details)).toMatchObject([
				{ reason, before: { name: 'Mẫu Một' }, after: { name: 'Mẫu Mốt' } },
				{ reason, before: { validTo: on }, after: { validTo: '2025-06-01' } },
			]);
		}),
	);

	it(
		'lineage_share.csv hands on no more than four tenths of a unit',
		inTransaction(async (database) => {
			await importUnits(database, pair, { ...options, validTo: on });
			await importUnits(database, successor, { validFrom: on });
			const text = await said(importLineage(database, trial('lineage_share.csv'), { on }));
			expect(text).toContain('line 2: the shares of 07901 add up to 0.4000, not to 1');
		}),
	);

	it(
		'lineage_gap names the unit that its lineage forgets, with its households',
		inTransaction(async (database) => {
			const gap = (name: string) => trial(join('lineage_gap', name));
			await importUnits(database, gap('old.csv'), { ...options, validTo: on });
			const register = { year: 2019, source: 'Tổng điều tra', validOn: validFrom };
			await importHouseholds(database, gap('hh.csv'), register);
			await importUnits(database, gap('new.csv'), { validFrom: on });
			const text = await said(importLineage(database, gap('lineage.csv'), { on }));
			expect(text).toContain('unit 07902: Xã Mẫu Hai, Tỉnh Bắc Giang (1,000 households) ended');
			expect(text).toContain('file: leaves out 1 units with 1,000 households');
		}),
	);

	/** The lines of an official list that hold one of these values in a column, in a file of their own. */
	function excerpt(name: string, column: string, wanted: ReadonlySet<string>): string {
		const [head = '', ...lines] = readFileSync(official(name), 'utf8').trimEnd().split('\n');
		const index = head.split(',').indexOf(column);
		const own = lines.filter((line) => wanted.has(line.split(',')[index] ?? ''));
		return write(`excerpt-${name}`, [head, ...own].join('\n'));
	}
	const oldUnits = 'pre2025_units_2023-04-10.csv';
	const codesOf = (path: string) =>
		new Set(
			readFileSync(path, 'utf8')
				.split('\n')
				.map((line) => line.slice(0, 5)),
		);
	/** Without communes that were founded between the two lists. */
	const lineageOf = (codes: ReadonlySet<string>) =>
		excerpt('mapping_old_to_new_2025-07-01.csv', 'old_code', codes);
	const thanhHoa = new Set(['38']);
	const register = { year: 2019, source: 'Tổng điều tra', validOn: validFrom };

	it.each([
		['have ended', on, 'ended'],
		['still stand', undefined, 'stands'],
	])('Thanh Hóa: 12 communes with 17,707 households %s', (_, validTo, state) =>
		rolledBack(handle(), async (database) => {
			const old = excerpt(oldUnits, 'province_code', thanhHoa);
			const codes = codesOf(old);
			await importUnits(database, old, { ...options, validTo });
			await importHouseholds(
				database,
				excerpt('households_2019_on_2023_units.csv', 'code', codes),
				register,
			);
			const young = excerpt('post2025_units.csv', 'province_code', thanhHoa);
			await importUnits(database, young, { validFrom: on });
			const lineage = lineageOf(codes);
			const text = await said(importLineage(database, lineage, { on }));
			expect(text.split('\n')).toHaveLength(13);
			expect(text).toContain('file: leaves out 12 units with 17,707 households');
			const { notes } = await importLineage(database, lineage, { on, incomplete: true });
			expect(notes.join('\n')).toContain('12 units with 17,707 households');
			const left = await unitsWithoutSuccessor(database);
			expect([left.length, new Set(left.map((unit) => unit.state))]).toEqual([
				12,
				new Set([state]),
			]);
		}),
	);

	it(
		'the country: 566 communes are named that would stand beside what replaced them',
		inTransaction(async (database) => {
			await importUnits(database, official(oldUnits), options);
			await importUnits(database, official('post2025_units.csv'), { validFrom: on });
			const lineage = lineageOf(codesOf(official(oldUnits)));
			const text = await said(importLineage(database, lineage, { on }));
			expect(text.match(/^unit \d{5}: .* would stand beside/gm)).toHaveLength(566);
		}),
	);
});
