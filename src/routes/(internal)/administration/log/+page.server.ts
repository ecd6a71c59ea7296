import { auditFilterOf } from '$lib/accounts/audit/audit-filter';
import { listAuditActions, readAuditLog } from '$lib/accounts/audit/audit-log.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const filter = auditFilterOf(url.searchParams);
		return {
			filter,
			actions: await listAuditActions(database),
			log: await readAuditLog(database, actor, filter),
		};
	});
