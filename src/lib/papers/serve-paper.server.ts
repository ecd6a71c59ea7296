import type { PaperFile } from './reports/marked-copy.server';

/** A file as an answer: always saved, never opened inside the site. */
export function servePaper({ name, content, mediaType }: PaperFile): Response {
	return new Response(new Uint8Array(content), {
		headers: {
			'content-type': mediaType,
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
			'cache-control': 'private, no-store',
		},
	});
}
