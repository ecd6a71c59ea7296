import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '$lib/accounts/signed-in.server';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { listUnits } from '$lib/papers/list-units.server';
import { readSentFiles } from '$lib/papers/reports/sent-files.server';
import { isListDay, teamFileKindOf } from '$lib/papers/roster/choices';
import { takeImport } from '$lib/papers/roster/take-import.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, database } = signedIn(locals);
	const today = localDay(new Date());
	const units = await listUnits(database, actor, {
		roles: ['reporter', 'approver'],
		levels: ['province', 'district', 'commune', 'village'],
		day: today,
	});
	return {
		today,
		// A village's keeper has a village alone; whoever has communes takes them whole.
		units: units
			.filter(({ level }) => level !== 'village' || units.every((unit) => unit.level === 'village'))
			.map(({ code, kind, name }) => ({ code, kind, name })),
		chosen: {
			unit: url.searchParams.get('don-vi') ?? '',
			day: url.searchParams.get('ngay') ?? today,
		},
		isEmpty: url.searchParams.has('khong-co'),
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
