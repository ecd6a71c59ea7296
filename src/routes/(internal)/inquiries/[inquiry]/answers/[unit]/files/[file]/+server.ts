import { error } from '@sveltejs/kit';
import { serveAnswerFile } from '$lib/inquiries/read-answer.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle }, params }) =>
	pageData(() => {
		if (!actor) error(401, 'signIn');
		return serveAnswerFile(handle.database, actor, {
			...{ inquiryId: idParameter(params.inquiry), unitId: idParameter(params.unit) },
			fileId: idParameter(params.file),
		});
	});
