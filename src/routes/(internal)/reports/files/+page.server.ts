import { fail, redirect } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { readFileChoices } from '$lib/papers/reports/file-choices.server';
import { readSentFiles } from '$lib/papers/reports/sent-files.server';
import { takeUpload } from '$lib/papers/reports/take-upload.server';
import type { Actions, PageServerLoad } from './$types';

const refusals = ['none', 'tooManyUnits'] as const;

export const load: PageServerLoad = async ({ locals: { actor, handle }, url }) => {
	if (!actor) throw new Error('The route policy lets nobody in without an account.');
	const now = new Date();
	return {
		choices: await readFileChoices(handle.database, actor, now),
		chosen: {
			period: url.searchParams.get('ky') ?? localDay(now).slice(0, 7),
			unit: url.searchParams.get('don-vi') ?? '',
			level: url.searchParams.get('cap'),
		},
		refusal: refusals.find((refusal) => refusal === url.searchParams.get('loi')) ?? null,
		mayReport: actor.grants.some(({ role }) => role === 'reporter' || role === 'administrator'),
	};
};

export const actions: Actions = {
	default: async ({ locals: { actor, handle, locale }, request }) => {
		if (!actor) return fail(401);
		const sent = await readSentFiles(request);
		if ('fault' in sent) return fail(sent.fault === 'tooLarge' ? 413 : 422, sent);
		const id = await takeUpload(handle.database, actor, sent.files, new Date());
		redirect(303, toAddress(`/reports/files/${id}`, locale));
	},
};
