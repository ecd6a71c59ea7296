import { text } from '@sveltejs/kit';

/**
 * Text that a browser shows as it is written. SvelteKit's own answer names no type: a browser that may not
 * guess one saves it, and reads its accents as it likes.
 */
export const plainText = (
	body: string,
	{
		status = 200,
		cacheControl,
		headers = {},
	}: { status?: number; cacheControl: string; headers?: Readonly<Record<string, string>> },
): Response =>
	text(body, {
		status,
		headers: {
			...headers,
			'content-type': 'text/plain; charset=utf-8',
			'cache-control': cacheControl,
		},
	});
