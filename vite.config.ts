import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { entryAssets } from './scripts/entry-assets.js';

/** Leaves the development server's HTTP server where `hooks.server.ts` finds it, as scripts/start.js does. */
function shareHttpServer(): Plugin {
	return {
		name: 'share-http-server',
		configureServer(server) {
			(globalThis as Record<symbol, unknown>)[Symbol.for('nhip-so.http-server')] =
				server.httpServer;
		},
	};
}

/** One file of what most pages need, in place of forty: on a slow network each costs more than what it holds. */
function commonChunk(): Plugin {
	const common = { name: 'common', test: /\.[jt]s$/, minShareCount: 30 };
	return {
		name: 'common-chunk',
		applyToEnvironment: ({ name }) => name === 'client',
		outputOptions: (options) => ({ ...options, codeSplitting: { groups: [common] } }),
	};
}

/** A fresh checkout knows files by their size alone: the longest of all, a few lines each, came last. */
class HistoriesFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]) {
		const isHistory = ({ moduleId }: TestSpecification) => moduleId.includes('/histories/');
		const sorted = await super.sort(files);
		return [...sorted.filter(isHistory), ...sorted.filter((file) => !isHistory(file))];
	}
}

export default defineConfig({
	plugins: [sveltekit(), shareHttpServer(), commonChunk(), entryAssets()],
	build: {
		// Phones of five years ago; it also writes their styles for them, `light-dark()` among others.
		target: ['chrome96', 'edge96', 'firefox95', 'safari15.4'],
		// The start script, part of each page, would name all scripts of all other pages.
		modulePreload: {
			resolveDependencies: (_, dependencies, { hostId }) =>
				hostId.includes('/entry/app.')
					? dependencies.filter((file) => file.endsWith('.css'))
					: dependencies,
		},
		// The three map chunks of maplibre-gl are large by nature and loaded lazily.
		chunkSizeWarningLimit: 1200,
	},
	test: {
		// One for each core, and one that works while the others wait for their databases.
		maxWorkers: availableParallelism() + 1,
		// The embedded database is 10 MB of WebAssembly: threads share what is compiled of it.
		pool: 'threads',
		sequence: { sequencer: HistoriesFirst },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/documents/rows.test.ts'],
					exclude: ['src/**/*.database.test.ts'],
					// They leave nothing behind in what they load: it is loaded once for all of a worker.
					isolate: false,
					testTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'database',
					// What one replaces of a module, it puts back.
					isolate: false,
					include: [
						'src/**/*.database.test.ts',
						'tests/{database,faults}/**/*.test.ts',
						'tests/documents/play-*.test.ts',
					],
					globalSetup: 'tests/database/global-setup.ts',
					testTimeout: 180_000,
					hookTimeout: 180_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'real',
					include: ['tests/real/**/*.test.ts'],
					globalSetup: 'tests/database/global-setup.ts',
					testTimeout: 300_000,
					hookTimeout: 300_000,
				},
			},
		],
	},
});
