// @ts-check
import './scripts/component-types.js';
import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** From the top down: a domain's server code may call that of the layers below its own. */
const domainLayers = [
	['awards'],
	['ranking'],
	['reports'],
	['coverage', 'activities'],
	['indicators', 'teams', 'tickets', 'plans', 'inquiries', 'practices', 'library', 'screens'],
	['admin-units'],
	['accounts'],
];
const domains = domainLayers.flat();
/** They read every domain and are read by routes alone. */
const exporters = ['open-data', 'papers', 'brief', 'wall', 'pictures'];
/** Front-end parts that know no domain: they take plain data. */
const parts = ['map', 'charts', 'live', 'ui'];
const others = ['contracts', 'messages', 'server', 'demo'];

/** @param {string | string[]} type */
const element = (type) => ({ element: { type } });
/**
 * @param {string | string[]} type
 * @param {string | string[]} categories
 */
const files = (type, categories) => ({ element: { type }, file: { categories } });
/**
 * @param {object} from
 * @param {...object} to
 */
const allow = (from, ...to) => ({ from, allow: { to } });

/** Whoever imports. */
const everywhere = [
	allow({ file: { categories: '*' } }, element('messages')),
	allow({ file: { categories: 'test' } }, { file: { categories: '*' } }),
];

/**
 * What a folder's files may import. Every folder has a rule of its own, so that a file is held
 * against few policies: matching is what they cost.
 * @param {string} pattern
 * @param {...object} policies
 * @returns {import('eslint').Linter.Config}
 */
const imports = (pattern, ...policies) => ({
	files: [pattern],
	rules: {
		'boundaries/dependencies': [
			'error',
			{ default: 'disallow', checkInternals: true, policies: [...everywhere, ...policies] },
		],
	},
});

/** @param {string} domain @param {string[]} below @param {...object} besides */
const domainImports = (domain, below, ...besides) =>
	imports(
		`src/lib/${domain}/**`,
		allow(files(domain, 'component'), element([domain, ...parts, 'contracts'])),
		allow(files(domain, 'pure'), files(domain, 'pure'), element('contracts')),
		allow(
			files(domain, 'server'),
			files(domain, ['pure', 'server']),
			element(['server', 'contracts']),
			files(below, 'server'),
		),
		...besides,
	);

/** What a domain's or an exporter's files may import besides. @type {Record<string, object[]>} */
const exceptions = {
	// A workbook is written in one way.
	'open-data': [allow(files('open-data', 'server'), files('papers', 'server'))],
	// The picture of a page without scripts is drawn on the server.
	'admin-units': [allow(files('admin-units', 'server'), files('map', 'pure'))],
	pictures: [allow(files('pictures', 'pure'), files('map', 'pure'))],
};

const importRules = [
	// A new folder may import nothing until it gets a line below.
	imports('src/**'),
	imports('src/lib/messages/**', allow(element('messages'), element('contracts'))),
	imports(
		'src/lib/contracts/**',
		{ from: element('contracts'), disallow: { to: element('messages') } },
		allow(element('contracts'), element('contracts')),
	),
	...parts.map((part) =>
		imports(`src/lib/${part}/**`, allow(element(part), element([part, 'contracts']))),
	),
	imports('src/lib/server/**', allow(element('server'), element(['server', 'contracts']))),
	...domainLayers.flatMap((layer, index) =>
		layer.map((domain) =>
			domainImports(domain, domainLayers.slice(index + 1).flat(), ...(exceptions[domain] ?? [])),
		),
	),
	...exporters.map((exporter) => domainImports(exporter, domains, ...(exceptions[exporter] ?? []))),
	imports(
		'src/lib/demo/**',
		allow(element('demo'), element(['demo', 'server', 'contracts', ...domains])),
	),
	imports(
		'src/cli/**',
		allow(
			element('cli'),
			element(['cli', 'demo', 'server', 'contracts', ...domains, ...exporters]),
		),
	),
	imports('src/routes/**', allow(element('routes'), { file: { categories: '*' } })),
	// Only the files of `src` itself.
	imports(
		'src/*',
		allow({ element: { type: 'entry', fileInternalPath: '*' } }, { file: { categories: '*' } }),
	),
];

/** @param {string} type @param {string} pattern */
const folder = (type, pattern) => ({ type, pattern, partialMatch: false });

const closedByScripts = {
	selector:
		'SvelteElement[name.name="details"] > SvelteStartTag > :matches(SvelteAttribute, SvelteShorthandAttribute)[key.name="open"]',
	message: 'Closes again what a reader opened before the scripts came: spread openIf().',
};

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', '.data/', 'drizzle/', 'static/', 'test-results/']),
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
	},
	// What else is asked of them needs their types: .oxlintrc.json.
	{ files: ['**/*.ts'], languageOptions: { parser: ts.parser } },
	{
		files: ['**/*.svelte'],
		extends: [ts.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)),
			},
		},
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// `{ secret: _, ...shown }` is how a field is left out.
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ ignoreRestSiblings: true, varsIgnorePattern: '^_$', argsIgnorePattern: '^_' },
			],
			// SvelteKit's own way of leaving a load function or an action.
			'@typescript-eslint/only-throw-error': 'off',
		},
	},
	// Those of other files: .oxlintrc.json.
	{ files: ['**/*.svelte'], rules: { 'max-lines': ['error', 200] } },
	{
		files: ['**/*.js', '**/*.cjs'],
		extends: [ts.configs.strict],
		rules: { 'max-lines': ['error', 300] },
	},
	{ files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
	...svelte.configs.recommended,
	...svelte.configs.prettier,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
	},
	{
		files: ['**/*.svelte'],
		rules: {
			// Addresses are translated by `language.address`, and the site is always at the root.
			'svelte/no-navigation-without-resolve': 'off',
			// The parser takes components, snippets, bindings and a page's data for `any`; svelte-check
			// knows them.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/no-redundant-type-constituents': 'off',
			'@typescript-eslint/restrict-plus-operands': 'off',
			'@typescript-eslint/restrict-template-expressions': 'off',
			// `void theme` is how an effect says what it depends on.
			'@typescript-eslint/no-meaningless-void-operator': 'off',
		},
	},
	{
		files: ['src/**'],
		plugins: { boundaries },
		settings: {
			'import/resolver': {
				[fileURLToPath(new URL('scripts/import-resolver.cjs', import.meta.url))]: {},
			},
			'boundaries/legacy-templates': false,
			'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
			'boundaries/elements': [
				...[...domains, ...exporters, ...parts, ...others].map((name) =>
					folder(name, `src/lib/${name}`),
				),
				folder('cli', 'src/cli'),
				folder('routes', 'src/routes'),
				folder('entry', 'src'),
			],
			'boundaries/files-single-match': true,
			'boundaries/files': [
				{ category: 'test', pattern: '**/*.test.ts' },
				{ category: 'server', pattern: '**/*.server.ts' },
				{ category: 'component', pattern: ['**/*.svelte', '**/*.svelte.ts'] },
				{ category: 'pure', pattern: '**/*' },
			],
		},
	},
	...importRules,
	{ files: ['src/**/*.svelte'], rules: { 'no-restricted-syntax': ['error', closedByScripts] } },
	{
		// What runs in browsers, where nobody looks for what Safari 15 has no method for.
		files: ['src/**/*.svelte', 'src/lib/{charts,contracts,coverage,live,map,messages,ui}/**/*.ts'],
		ignores: ['**/*.server.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				...['toSorted', 'toReversed', 'toSpliced'].map((property) => ({
					property,
					message: 'Safari 15 has no such method: spread into an array of its own first.',
				})),
			],
		},
	},
	{
		files: ['src/routes/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			// A load calls and shapes: what it decides belongs to a domain.
			'max-lines-per-function': ['error', { max: 45 }],
		},
	},
	{
		files: ['src/routes/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				closedByScripts,
				{
					selector:
						'MemberExpression[object.name="url"][property.name=/^(origin|host|hostname|href)$/]',
					message:
						'A client names the host of its request as it likes: begin links with linkOrigin().',
				},
				{
					selector:
						':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > :matches(NewExpression[callee.name=/^(Map|WeakMap|MostRecent)$/], CallExpression[callee.name="perDatabase"])',
					message: 'A route remembers nothing: what is kept belongs to a domain.',
				},
			],
		},
	},
);
