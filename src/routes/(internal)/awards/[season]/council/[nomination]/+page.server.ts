import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import {
	closeVoteByForm,
	commentByForm,
	openVoteByForm,
	scoreByForm,
	voteByForm,
	writeByForm,
} from '$lib/awards/council/act-on-sheet.server';
import { readSheet } from '$lib/awards/council/read-sheet.server';
import { idParameter, textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const seasonId = idParameter(params.season);
		const nominationId = idParameter(params.nomination);
		return { seasonId, sheet: await readSheet(database, actor, { seasonId, nominationId }) };
	});

async function formOf({ locals, params: { season, nomination }, request }: RequestEvent) {
	const data = await request.formData();
	return { ...signedIn(locals), season, nomination, data, entered: textFields(data) };
}

export const actions: Actions = {
	score: async (event) => scoreByForm(await formOf(event)),
	comment: async (event) => commentByForm(await formOf(event)),
	open: async (event) => openVoteByForm(await formOf(event)),
	close: async (event) => closeVoteByForm(await formOf(event)),
	vote: async (event) => voteByForm(await formOf(event)),
	write: async (event) => writeByForm(await formOf(event)),
};
