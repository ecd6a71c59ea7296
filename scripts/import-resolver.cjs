// @ts-check
const { statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

/**
 * Tells the import rules which file an import without extension means: a relative path or `$lib/…`.
 * Whatever else is a package, or made by SvelteKit, and no boundary of ours.
 */
const library = join(dirname(__dirname), 'src', 'lib');
const endings = ['', '.ts', '.js', '.svelte.ts', '/index.ts'];

/** @param {string} path */
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

module.exports = {
	interfaceVersion: 2,
	/**
	 * @param {string} source
	 * @param {string} file the importing file
	 */
	resolve(source, file) {
		const base = source.startsWith('.')
			? resolve(dirname(file), source)
			: source.startsWith('$lib/')
				? join(library, source.slice('$lib/'.length))
				: undefined;
		if (base === undefined) return { found: false };
		// What isn't there (yet) still has a folder, which is all that the rules ask about.
		const path = endings.map((ending) => base + ending).find(isFile) ?? `${base}.ts`;
		return { found: true, path };
	},
};
