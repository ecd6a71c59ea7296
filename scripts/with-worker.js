// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds, beside the server, the files that workers run: they read what people send, write long papers and
 * compute the index of awards. The server's own bundle holds nothing that could be started by itself.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withWorker(adapter) {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			const { build } = await import('vite');
			await build({
				root,
				configFile: false,
				publicDir: false,
				logLevel: 'warn',
				build: {
					ssr: true,
					rollupOptions: {
						input: {
							papers: join(root, 'src/lib/papers/apart/worker.server.ts'),
							index: join(root, 'src/lib/ranking/index/worker.server.ts'),
						},
					},
					outDir: join(root, 'build/workers'),
					target: 'node20',
				},
			});
		},
	};
}
