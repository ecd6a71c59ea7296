import { fail } from '@sveltejs/kit';
import { addAdHoc } from '$lib/reports/rules/add-ad-hoc.server';
import { addException } from '$lib/reports/rules/add-exception.server';
import { addVersion } from '$lib/reports/rules/add-version.server';
import { readRules } from '$lib/reports/rules/read-rules.server';
import { ForbiddenError, InvalidError } from '$lib/server/errors';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle } }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		return readRules(handle.database, actor, new Date());
	});

const verbs = { version: addVersion, exception: addException, adHoc: addAdHoc };

/** Runs one of the forms; `part` tells the page beside which one to answer. */
const submit =
	(part: keyof typeof verbs) =>
	async ({ locals: { actor, handle }, request }: RequestEvent) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		try {
			await verbs[part](handle.database, actor, entered, new Date());
			return { part, done: true as const };
		} catch (error) {
			if (error instanceof ForbiddenError)
				return fail(403, { part, entered, problems: [{ field: 'form', rule: 'forbidden' }] });
			if (!(error instanceof InvalidError)) throw error;
			return fail(422, { part, entered, problems: error.problems });
		}
	};

export const actions: Actions = {
	version: submit('version'),
	exception: submit('exception'),
	adHoc: submit('adHoc'),
};
