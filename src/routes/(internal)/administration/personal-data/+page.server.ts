import { administer } from '$lib/accounts/administration/administer.server';
import { administersAll } from '$lib/accounts/administration/administered.server';
import { auditFilterOf } from '$lib/accounts/audit/audit-filter';
import { readAuditLog } from '$lib/accounts/audit/audit-log.server';
import { readRetention, setRetention } from '$lib/accounts/personal-data/retention.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const filter = { ...auditFilterOf(url.searchParams), action: '' };
		return {
			filter,
			reads: await readAuditLog(database, actor, filter, { personalOnly: true }),
			retention: await readRetention(database),
			mayChange: await administersAll(database, actor),
		};
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			await setRetention(database, actor, entered);
			return { saved: true };
		});
	},
};
