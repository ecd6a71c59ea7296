import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { activityFromForm } from '$lib/activities/form';
import { readHolders, readRecentPlaces } from '$lib/activities/holders.server';
import { recordActivity } from '$lib/activities/record.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/search-key';
import { toAddress } from '$lib/messages/addresses';
import { textFields, uploadedFile } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, handle } = locals;
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const today = localDay(new Date());
		const filter = url.searchParams.get('tim') ?? '';
		return {
			...(await readHolders(handle.database, actor, {
				day: today,
				searchName: searchKey(filter),
				limit: shownAtOnce,
			})),
			...{ today, filter, key: randomUUID() },
			places: await readRecentPlaces(handle.database, actor),
		};
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, handle, locale } = locals;
		if (!actor) return fail(401);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer(entered, async () => {
			const id = await recordActivity(handle.database, actor, activityFromForm(entered), {
				photo: uploadedFile(data, 'photo'),
				now: new Date(),
			});
			const month = entered['heldOn']?.slice(0, 7) ?? '';
			redirect(303, `${toAddress('/activities', locale)}?thang=${month}&ghi=${id}`);
		});
	},
};
