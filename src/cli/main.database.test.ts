import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { createPostgresDatabase } from '../../tests/database';
import { commandLine, type Outcome } from '../../tests/database/command-line';

const folder = mkdtempSync(join(tmpdir(), 'nhip-so-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line as a person would, in a process of its own. */
function cli(parameters: string[], environment: Record<string, string>): Promise<Outcome> {
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			['--import', 'tsx', 'src/cli/main.ts', ...parameters],
			{ env: { ...process.env, ...environment } },
			(error, stdout, stderr) =>
				resolve({ code: error ? Number(error.code) : 0, stdout, stderr: stderr.trim() }),
		);
	});
}

const good = join(folder, 'good.csv');
writeFileSync(good, 'code,name,type,province_code\n24,Tỉnh Bắc Giang,,\n');
const bad = join(folder, 'bad.csv');
writeFileSync(bad, 'code,name,type,province_code\n2,Tỉnh Một,,\n24,Tỉnh Hai,,\nx,Ba,Hạt,\n');
const date = ['--valid-from', '2023-04-10'];

describe('the command line', () => {
	it('imports into PostgreSQL, says what it did, and does nothing the second time', async () => {
		const DATABASE_URL = await createPostgresDatabase();
		expect(await cli(['units', 'import', good, ...date], { DATABASE_URL })).toMatchObject({
			code: 0,
			stdout: '2 new, 0 unchanged\n',
		});
		expect(await cli(['units', 'import', good, ...date], { DATABASE_URL })).toMatchObject({
			code: 0,
			stdout: '0 new, 1 unchanged\n',
		});
	});

	it('lists the problems of a bad file on stderr, ends with 1, and stores nothing', async () => {
		const DATABASE_URL = await createPostgresDatabase();
		const { code, stdout, stderr } = await cli(['units', 'import', bad, ...date], { DATABASE_URL });
		expect(code).toBe(1);
		expect(stdout).toBe('');
		expect(stderr).toMatch(/^line 2: code 2 of a .*\n.*line 4: Hạt is no kind of unit/ms);
		const client = postgres(DATABASE_URL, { max: 1 });
		expect(await client`select * from admin_unit`).toHaveLength(0);
		await client.end();
	});

	it('refuses, in one line, while another process holds the embedded database', async () => {
		writeFileSync(join(folder, 'database.lock'), String(process.pid));
		const { code, stderr } = await cli(['units', 'import', good, ...date], {
			DATABASE_URL: '',
			DATA_DIR: folder,
		});
		expect(code).toBe(1);
		expect(stderr.split('\n')).toHaveLength(1);
		expect(stderr).toContain(`in use by process ${process.pid}`);
	});

	it.each([
		['an unreachable database', ['units', 'import', good, ...date], 1, /cannot be reached/],
		['a missing file', ['units', 'import', join(folder, 'none.csv'), ...date], 1, /none\.csv/],
	])('says in one line what is wrong with %s', async (what, parameters, code, text) => {
		const DATABASE_URL =
			what === 'a missing file'
				? await createPostgresDatabase()
				: 'postgres://nobody@127.0.0.1:1/nothing';
		const outcome = await commandLine(parameters, { DATABASE_URL });
		expect(outcome.code).toBe(code);
		expect(outcome.stderr).toMatch(/^.+\n$/);
		expect(outcome.stderr).toMatch(text);
	});

	it('ends with 2 when it is called wrongly', async () => {
		const { code, stderr } = await cli(['unit'], {});
		expect(code).toBe(2);
		expect(stderr).toMatch(/^error: /);
	});

	it.each([
		[['units', 'import']],
		[['units', 'import', good, '--valid-from', '2025-02-30']],
		[['units', 'import', good, '--map', 'code']],
		[['households', 'import', good, '--year', '2019']],
	])('ends with 2 when it is called wrongly: %j', async (parameters) => {
		const { code, stderr } = await commandLine(parameters, {});
		expect(code).toBe(2);
		expect(stderr).toMatch(/^error: /);
	});

	it.each(['units', 'boundaries', 'lineage', 'households'])(
		'explains %s import with --help',
		async (what) => {
			const { code, stdout } = await commandLine([what, 'import', '--help'], {});
			expect(code).toBe(0);
			expect(stdout).toContain('--map <field=');
		},
	);
});
