/**
 * A Vite plugin that lists what the entry page loads, in `_app/entry-assets.json`: its service worker
 * keeps exactly these files, and the tests weigh them.
 */

/** What the page is made of; all else it needs is imported from here. */
const sources = [
	'src/routes/+layout.svelte',
	'src/routes/+layout.ts',
	'src/routes/+error.svelte',
	'src/routes/(internal)/entry/+page@.svelte',
	'src/routes/(internal)/entry/shell/+page@.svelte',
];
/** By locale: a phone reads one language. */
const messages = {
	vi: ['src/lib/messages/vi/base.ts', 'src/lib/messages/vi/reports/entry.ts'],
	en: ['src/lib/messages/en/base.ts', 'src/lib/messages/en/reports/entry.ts'],
};

/** @returns {import('vite').Plugin} */
export function entryAssets() {
	return {
		name: 'entry-assets',
		applyToEnvironment: (environment) => environment.name === 'client',
		generateBundle: {
			order: 'post',
			handler(_, bundle) {
				if (!Object.keys(bundle).some((file) => file.includes('/entry/start.'))) return;
				const common = [...chunksOf(bundle, sources), ...startChunks(bundle)];
				const assets = Object.fromEntries(
					Object.entries(messages).map(([locale, files]) => [
						locale,
						withImports(bundle, [...common, ...chunksOf(bundle, files)]),
					]),
				);
				this.emitFile({
					type: 'asset',
					fileName: '_app/entry-assets.json',
					source: JSON.stringify(assets),
				});
			},
		},
	};
}

/** @typedef {import('vite').Rollup.OutputBundle} Bundle */

/** @param {Bundle} bundle @param {string[]} files @returns {string[]} */
function chunksOf(bundle, files) {
	return files.map((file) => {
		const chunk = Object.values(bundle).find(
			(output) =>
				output.type === 'chunk' && output.moduleIds.some((id) => id.split('?')[0]?.endsWith(file)),
		);
		if (!chunk) throw new Error(`No chunk holds ${file}.`);
		return chunk.fileName;
	});
}

/** SvelteKit's own beginning. @param {Bundle} bundle @returns {string[]} */
function startChunks(bundle) {
	return Object.keys(bundle).filter((file) => /\/entry\/(start|app)\.[^/]+\.js$/.test(file));
}

/** These chunks, all that they import, and their styles and fonts. @param {Bundle} bundle @param {string[]} files */
function withImports(bundle, files) {
	/** @type {Set<string>} */
	const found = new Set();
	/** @param {string} file */
	const add = (file) => {
		if (found.has(file)) return;
		found.add(file);
		const output = bundle[file];
		if (output?.type === 'chunk') {
			output.imports.forEach(add);
			const { importedCss, importedAssets } = output.viteMetadata ?? {};
			importedCss?.forEach(add);
			importedAssets?.forEach(add);
		} else if (file.endsWith('.css') && output?.type === 'asset') {
			const css = String(output.source);
			for (const [, name] of css.matchAll(/url\(["']?(?:\.\/)?([^)"']+\.woff2)["']?\)/g)) {
				const font = Object.keys(bundle).find((other) => other.endsWith(`/${name}`));
				if (font) add(font);
			}
		}
	};
	files.forEach(add);
	return [...found].filter((file) => !file.endsWith('.woff')).map((file) => `/${file}`);
}
