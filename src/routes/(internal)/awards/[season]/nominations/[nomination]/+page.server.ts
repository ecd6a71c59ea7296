import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { readFoundSamples } from '$lib/awards/back-checks/read-sample.server';
import { readNoted } from '$lib/awards/flags/read.server';
import {
	addEvidenceByForm,
	removeEvidenceByForm,
	stepByForm,
} from '$lib/awards/nominations/act-by-form.server';
import { readDossier } from '$lib/awards/nominations/read-dossier.server';
import { idParameter, textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const seasonId = idParameter(params.season);
		const nominationId = idParameter(params.nomination);
		const dossier = await readDossier(database, actor, { seasonId, nominationId });
		const asked = { seasonId, unitId: dossier.unit.id };
		return {
			...{ seasonId, dossier, noted: await readNoted(database, actor, asked, new Date()) },
			samples: await readFoundSamples(database, actor, asked),
		};
	});

async function formOf({ locals, params: { season, nomination }, request }: RequestEvent) {
	const data = await request.formData();
	return { ...signedIn(locals), season, nomination, data, entered: textFields(data) };
}

export const actions: Actions = {
	step: async (event) => stepByForm(await formOf(event)),
	add: async (event) => addEvidenceByForm(await formOf(event)),
	remove: async (event) => removeEvidenceByForm(await formOf(event)),
};
