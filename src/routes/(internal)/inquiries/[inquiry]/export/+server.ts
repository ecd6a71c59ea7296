import { error } from '@sveltejs/kit';
import { writeInquiry, inquiryFiles } from '$lib/papers/inquiries/write-inquiry.server';
import { servePaper } from '$lib/papers/serve-paper.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle }, params, url }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		const file = inquiryFiles.find((each) => each === url.searchParams.get('dang')) ?? 'xlsx';
		const id = idParameter(params.inquiry);
		return servePaper(await writeInquiry(handle.database, actor, { id, file, now: new Date() }));
	});
