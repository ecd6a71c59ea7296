import { expect, it } from 'vitest';

const sources = Object.entries(
	import.meta.glob<string>('/src/**/*.{ts,svelte}', {
		query: '?raw',
		import: 'default',
		eager: true,
	}),
).filter(([path]) => !path.endsWith('.test.ts'));
const database = '/src/lib/server/db';

/** What is written in one place alone, and what gives it away elsewhere. */
const homes: Record<string, { home: string; sign: RegExp }> = {
	'until when a unit is valid': {
		home: `${database}/unit-tree.ts`,
		sign: /\bvalid_to is null or\b|\bvalid_from <= \S+ and\b[^`]*?\bvalid_to is null\b/,
	},
	'the units below a unit': {
		home: `${database}/unit-tree.ts`,
		sign: /with recursive (\w+) as[^`]*?from \1 join admin_unit (\w+) on (?:\2\.parent_id = \1\.id|\2\.id = \1\.parent_id)/,
	},
	'a moment in a statement': {
		home: `${database}/instant.ts`,
		sign: /\.toISOString\(\)\}::timestamptz/,
	},
	'a list of ids in a statement': {
		home: `${database}/among.ts`,
		sign: /\bjsonb_array_elements_text\([^`]*?::jsonb\)::int\b/,
	},
	'one page of a list': {
		home: `${database}/page.ts`,
		sign: /\boffset \$\{|\.offset\(/,
	},
	'what makes room for what was computed last': {
		home: '/src/lib/server/most-recent.ts',
		sign: /\.keys\(\)\]\.slice\(0, -/,
	},
	'what is kept for each database': {
		home: `${database}/per-database.ts`,
		sign: /new WeakMap<Database\b/,
	},
	'the order of names': {
		home: '/src/lib/contracts/text/name-order.ts',
		sign: /\bIntl\.Collator\b|\.localeCompare\([^)]*\b\w*[nN]ame\b/,
	},
	'how long a promise is waited for': {
		home: '/src/lib/contracts/within.ts',
		sign: /\bPromise\.race\([^]*?\bclearTimeout\(/,
	},
	'how a text loses its accents': {
		home: '/src/lib/contracts/text/search-key.ts',
		sign: /\\p\{Mn\}/,
	},
	'how long a minute, an hour and a day are': {
		home: '/src/lib/contracts/local-time.ts',
		sign: /\b(?:86_?400|3_?600|60)_?000\b/,
	},
};

it.each(Object.entries(homes))('keeps %s in one place', (_, { home, sign }) => {
	const found = sources.filter(([, source]) => sign.test(source)).map(([path]) => path);
	expect(found).toEqual([home]);
});

/** A statement takes 65,535 parameters, and the country has more villages; a period's months are few. */
it('lets no list of ids become parameters', () => {
	const signs = [/\binArray\(\s*\w+\.(?:id|(?!periodId)\w+Id)\b/, /\bin \$\{\[/];
	const found = sources.filter(([, source]) => signs.some((sign) => sign.test(source)));
	expect(found.map(([path]) => path)).toEqual([]);
});
