import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import {
	addMemberByForm,
	declareByForm,
	dismissByForm,
	dropMemberByForm,
	nameByForm,
	phaseByForm,
	presenceByForm,
	showByForm,
} from '$lib/awards/council/act-by-form.server';
import { readRoom } from '$lib/awards/council/read-room.server';
import { idParameter, textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		return { room: await readRoom(database, actor, idParameter(params.season)) };
	});

async function formOf({ locals, params: { season }, request }: RequestEvent) {
	const data = await request.formData();
	return { ...signedIn(locals), season, data, entered: textFields(data) };
}

export const actions: Actions = {
	name: async (event) => nameByForm(await formOf(event)),
	addMember: async (event) => addMemberByForm(await formOf(event)),
	dropMember: async (event) => dropMemberByForm(await formOf(event)),
	presence: async (event) => presenceByForm(await formOf(event)),
	phase: async (event) => phaseByForm(await formOf(event)),
	declare: async (event) => declareByForm(await formOf(event)),
	dismiss: async (event) => dismissByForm(await formOf(event)),
	show: async (event) => showByForm(await formOf(event)),
};
