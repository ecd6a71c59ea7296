import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formKinds } from '../../src/lib/contracts/reports';
import { codesOfForm } from '../../src/lib/indicators/rules.server';

const tables = readdirSync(import.meta.dirname).filter((name) => /^\d{3}-.*\.md$/.test(name));

/** `| clause | asked for | shown by |` */
const rowsOf = (table: string) =>
	readFileSync(join(import.meta.dirname, table), 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (§|---)/.test(line))
		.map((line) => {
			const [clause = '', asked = '', shown = ''] = line.slice(2, -2).split(' | ');
			return { clause, asked, shown: shown.trim() };
		});

/** What is wrong with what a row says; empty where nothing is. */
const fault = (shown: string): string =>
	shown.startsWith('asked of ') ? shown.split('; ').map(formFault).join('') : testFault(shown);

/** `asked of village: `code`, `code``: figures that the form of such reporters asks for. */
function formFault(asked: string): string {
	const [, named = '', codes = ''] = /^asked of (\w+): (`.+`)$/.exec(asked) ?? [];
	const form = formKinds.find((each) => each === named);
	if (!form) return 'names no form';
	const unknown = codes.split(', ').filter((code) => !codesOfForm(form).has(code.slice(1, -1)));
	return unknown.map((code) => `${form} is not asked for ${code}`).join();
}

function testFault(shown: string): string {
	const [, path = '', words = ''] = /^`([^`]+)` (.+)$/.exec(shown) ?? [];
	if (path === '') return 'names no test';
	const file = join(import.meta.dirname, '../..', path.startsWith('tests/') ? '' : 'src/lib', path);
	if (!existsSync(file)) return 'names a file that is not there';
	return readFileSync(file, 'utf8').includes(words) ? '' : 'names a title that is not there';
}

describe('what the documents ask for', () => {
	it('is listed whole', () => {
		const counts = tables.map((table) => rowsOf(table).length);
		expect(counts).toEqual([38, 39, 41, 45, 49]);
	});

	it.each(tables)('is shown by a test that exists, or lies outside for a reason: %s', (table) => {
		const faults = rowsOf(table)
			.filter(({ shown }) => shown !== 'open' && !/^outside: \S.{20,}/.test(shown))
			.map(({ clause, asked, shown }) => ({ clause, asked, fault: fault(shown) }))
			.filter((row) => row.fault !== '');
		expect(faults).toEqual([]);
	});
});
