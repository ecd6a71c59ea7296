import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { serveEvidence } from '$lib/awards/nominations/serve-file.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	pageData(() => {
		const { actor, database } = signedIn(locals);
		return serveEvidence(database, actor, {
			seasonId: idParameter(params.season),
			nominationId: idParameter(params.nomination),
			evidenceId: idParameter(params.evidence),
		});
	});
