import { readDueInquiries } from '$lib/inquiries/read-due.server';
import { dueReports } from '$lib/reports/entry/due';
import { readEntryWork } from '$lib/reports/entry/read-work.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const mostInquiries = 50;

export const load: PageServerLoad = ({ locals: { actor, handle, locale } }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const now = new Date();
		return {
			...dueReports(await readEntryWork(handle.database, actor, { locale, now }), now),
			inquiries: await readDueInquiries(handle.database, actor, { limit: mostInquiries }),
			now,
		};
	});
