import { error } from '@sveltejs/kit';
import { loadBaseMessages, loadWorkMessages } from '$lib/messages';
import { createFormat } from '$lib/messages/format';
import { markedCopy } from '$lib/papers/reports/marked-copy.server';
import { servePaper } from '$lib/papers/serve-paper.server';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle, locale }, params }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		const place = { upload: params.upload, position: Number(params.file) };
		return servePaper(
			await markedCopy(handle.database, actor, place, {
				work: await loadWorkMessages(locale),
				format: createFormat(locale, await loadBaseMessages(locale)),
			}),
		);
	});
