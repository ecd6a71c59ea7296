import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import importResolver from './import-resolver.cjs';

/** Every file of `src` → those that it imports, for a type as well. */
const graph = new Map(
	readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(ts|svelte)$/.test(path))
		.map((path) => resolve('src', path))
		.map((path) => [path, importsOf(path)] as const),
);

function importsOf(path: string): string[] {
	const source = readFileSync(path, 'utf8');
	const scripts = [...source.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(([, own]) => own);
	const code = path.endsWith('.svelte') ? scripts.join('\n') : source;
	return ts.preProcessFile(code).importedFiles.flatMap(({ fileName }) => {
		// What comes with Node is found, and has no path.
		const { path: target } = importResolver.resolve(fileName, path);
		return target && target !== path ? [target] : [];
	});
}

/** The files from one back to itself, for each file at which a walk along the imports comes round. */
function cyclesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
	const cycles: string[][] = [];
	const done = new Set<string>();
	const walk = (path: string, line: readonly string[]) => {
		const begin = line.indexOf(path);
		if (begin >= 0) cycles.push([...line.slice(begin), path]);
		if (begin >= 0 || done.has(path)) return;
		for (const next of imports.get(path) ?? []) walk(next, [...line, path]);
		done.add(path);
	};
	for (const path of imports.keys()) walk(path, []);
	return cycles;
}

it('finds files that import each other', () => {
	const imports = { one: ['two'], two: ['three', 'four'], three: ['one'], four: [] };
	expect(cyclesIn(new Map(Object.entries(imports)))).toEqual([['one', 'two', 'three', 'one']]);
	expect([...graph.values()].flat().length).toBeGreaterThan(graph.size);
});

it('lets no files import each other in a circle', () => {
	const cycles = cyclesIn(graph).map((cycle) => cycle.map((path) => relative('src', path)));
	expect(cycles).toEqual([]);
});
