import { error, fail } from '@sveltejs/kit';
import { loadBaseMessages, loadEntryMessages, loadWorkMessages } from '$lib/messages';
import { createFormat } from '$lib/messages/format';
import { confirmUpload } from '$lib/papers/reports/confirm-upload.server';
import { describeUpload } from '$lib/papers/reports/describe-upload.server';
import { readUpload } from '$lib/papers/reports/read-upload.server';
import { textFields } from '$lib/server/form';
import { ConflictError } from '$lib/server/errors';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle, locale }, params }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		return {
			upload: describeUpload(await readUpload(handle.database, actor, params.upload), {
				work: await loadWorkMessages(locale),
				entry: await loadEntryMessages(locale),
				format: createFormat(locale, await loadBaseMessages(locale)),
			}),
		};
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		try {
			const now = new Date();
			const entered = textFields(await request.formData());
			const done = await confirmUpload(handle.database, actor, params.upload, entered, now);
			if ('faults' in done) return fail(422, { ...done, entered });
			return { done: { ...done, at: now.toISOString() } };
		} catch (thrown) {
			if (thrown instanceof ConflictError) return fail(409, { confirmedBefore: true });
			throw thrown;
		}
	},
};
