import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { activityFromForm } from '$lib/activities/form';
import { readHolders, readRecentPlaces } from '$lib/activities/holders.server';
import { recordActivity } from '$lib/activities/record.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { textFields, uploadedFile } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const today = localDay(new Date());
		const filter = url.searchParams.get('tim') ?? '';
		const asked = { day: today, searchName: searchKey(filter), limit: shownAtOnce };
		return {
			...(await readHolders(database, actor, asked)),
			...{ today, filter, key: randomUUID() },
			places: await readRecentPlaces(database, actor),
		};
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer(entered, async () => {
			const arrival = { photo: uploadedFile(data, 'photo'), now: new Date() };
			const id = await recordActivity(database, actor, activityFromForm(entered), arrival);
			const month = entered['heldOn']?.slice(0, 7) ?? '';
			redirect(303, `${toAddress('/activities', locals.locale)}?thang=${month}&ghi=${id}`);
		});
	},
};
