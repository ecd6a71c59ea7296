import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { readSentFiles } from '$lib/papers/reports/sent-files.server';
import { exportRefusals, isListDay, teamFileKindOf } from '$lib/papers/roster/choices';
import { listImportUnits } from '$lib/papers/roster/list-import-units.server';
import { takeImport } from '$lib/papers/roster/take-import.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, database } = signedIn(locals);
	const today = localDay(new Date());
	return {
		today,
		units: await listImportUnits(database, actor, today),
		chosen: {
			unit: url.searchParams.get('don-vi') ?? '',
			day: url.searchParams.get('ngay') ?? today,
		},
		refused: exportRefusals.find((each) => each === url.searchParams.get('loi')) ?? null,
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const sent = await readSentFiles(request);
		if ('fault' in sent) return fail(sent.fault === 'tooLarge' ? 413 : 422, sent);
		const kind = teamFileKindOf(sent.fields['kind']);
		const entered = { kind, day: sent.fields['day'] ?? '' };
		const now = new Date();
		if (!isListDay(entered.day, localDay(now)))
			return fail(422, { fault: 'day' as const, entered });
		const taken = await takeImport(database, actor, { ...entered, files: sent.files }, now);
		if ('refused' in taken) return fail(422, { refused: taken.refused, entered });
		redirect(303, toAddress(`/teams/import/${taken.id}`, locals.locale));
	},
};
