import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
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

const titles = new Map<string, readonly string[]>();

function testFault(shown: string): string {
	const [, path = '', words = ''] = /^`([^`]+)` (.+)$/.exec(shown) ?? [];
	if (path === '') return 'names no test';
	const file = join(import.meta.dirname, '../..', path.startsWith('tests/') ? '' : 'src/lib', path);
	if (!existsSync(file)) return 'names a file that is not there';
	if (!titles.has(file)) titles.set(file, titlesIn(file));
	const isThere = titles.get(file)?.some((title) => title.includes(words)) ?? false;
	return isThere ? '' : 'names a title that is not there';
}

/** What the tests of a file are called, and what a table of cases fills their titles with. */
function titlesIn(file: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		const [title] = ts.isCallExpression(node) && isTest(node.expression) ? node.arguments : [];
		if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
			const text = ts.isStringLiteralLike(title) ? title.text : title.getText();
			found.push(text, ...(/%[sj]/.test(text) ? stringsIn(title.parent) : []));
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
	return found;
}

/** The texts of the cases in `it.each(cases)(…)`. */
function stringsIn(test: ts.Node): string[] {
	if (!ts.isCallExpression(test) || !ts.isCallExpression(test.expression)) return [];
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node)) found.push(node.text);
		else ts.forEachChild(node, visit);
	};
	test.expression.arguments.forEach(visit);
	return found;
}

/** `it`, `test`, and whatever is asked of them: `it.each(…)`. */
function isTest(called: ts.Expression): boolean {
	if (ts.isIdentifier(called)) return called.text === 'it' || called.text === 'test';
	return (
		(ts.isPropertyAccessExpression(called) || ts.isCallExpression(called)) &&
		isTest(called.expression)
	);
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
