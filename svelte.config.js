import adapter from '@sveltejs/adapter-node';
import { withWorker } from './scripts/with-worker.js';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	compilerOptions: { runes: true },
	kit: {
		adapter: withWorker(adapter({ precompress: true })),
		// By hand, with the scope of the entry pages: no other page may come from a cache of ours.
		serviceWorker: { register: false },
		// All styles of a page, some 5 KB compressed, come with its first packets: on a slow network each
		// file of them would cost a round trip before anything is drawn.
		inlineStyleThreshold: 20_000,
		// `src/lib/server/foreign.ts` refuses more than SvelteKit does, and says what is wrong.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			// A page is kept for many: a number that is used once would be used often.
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'worker-src': ['self'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
			},
		},
	},
};

export default config;
