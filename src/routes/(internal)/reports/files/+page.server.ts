import { fail, redirect } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { listUnits } from '$lib/papers/list-units.server';
import { periodChoices } from '$lib/papers/reports/period-choices';
import { readSentFiles } from '$lib/papers/reports/sent-files.server';
import { takeUpload } from '$lib/papers/reports/take-upload.server';
import type { Actions, PageServerLoad } from './$types';

const roles = ['reporter', 'approver', 'administrator'] as const;

const refusals = ['none', 'tooManyUnits'] as const;

export const load: PageServerLoad = async ({ locals: { actor, handle }, url }) => {
	if (!actor) throw new Error('The route policy lets nobody in without an account.');
	const today = localDay(new Date());
	const units = await listUnits(handle.database, actor, {
		roles,
		levels: ['province', 'district', 'commune'],
		day: today,
	});
	return {
		periods: periodChoices(today),
		units: units.map(({ code, kind, name }) => ({ code, kind, name })),
		chosen: {
			period: url.searchParams.get('ky') ?? today.slice(0, 7),
			unit: url.searchParams.get('don-vi') ?? '',
			level: url.searchParams.get('cap') ?? 'both',
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
