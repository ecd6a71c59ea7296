import { fail, type RequestEvent } from '@sveltejs/kit';
import { pageNumber } from '$lib/contracts/text/address';
import { answerStandings } from '$lib/contracts/inquiries';
import { hasMore } from '$lib/contracts/pages';
import { closeInquiry, extendInquiry, withdrawInquiry } from '$lib/inquiries/end.server';
import { extensionFromForm } from '$lib/inquiries/form';
import { readAsked, readInquiry } from '$lib/inquiries/read.server';
import { readSums } from '$lib/inquiries/read-results.server';
import { sendInquiry } from '$lib/inquiries/send.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = ({ locals: { actor, handle }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { database } = handle;
		const id = idParameter(params.inquiry);
		const now = new Date();
		const page = pageNumber(url.searchParams);
		const shown = url.searchParams.get('xem');
		const standing = answerStandings.find((each) => each === shown) ?? null;
		const inquiry = await readInquiry(database, actor, id);
		const asked = await readAsked(database, actor, id, { standing, now, page, pageSize });
		return {
			...{ inquiry, asked, standing, page, hasMore: hasMore(asked.total, { page, pageSize }) },
			results: inquiry.seesAnswers ? await readSums(database, actor, id, now) : null,
		};
	});

type Verb = 'send' | 'extend' | 'close' | 'withdraw';

const take =
	(verb: Verb) =>
	async ({ locals: { actor, handle }, params, request }: RequestEvent<{ inquiry: string }>) => {
		if (!actor) return fail(401);
		const { database } = handle;
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, verb }, async () => {
			const id = idParameter(params.inquiry);
			const now = new Date();
			if (verb === 'send') await sendInquiry(database, actor, id, now);
			else if (verb === 'close') await closeInquiry(database, actor, id, now);
			else if (verb === 'withdraw') await withdrawInquiry(database, actor, id, entered, now);
			else await extendInquiry(database, actor, id, extensionFromForm(entered), now);
			return { done: verb };
		});
	};

export const actions: Actions = {
	send: take('send'),
	extend: take('extend'),
	close: take('close'),
	withdraw: take('withdraw'),
};
