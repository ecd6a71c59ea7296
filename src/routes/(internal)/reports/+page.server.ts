import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { pageNumber } from '$lib/contracts/text/address';
import { formCatalogue } from '$lib/indicators/form-catalogue.server';
import { readNotices } from '$lib/reports/reminders/read-notices.server';
import { approveChosen } from '$lib/reports/review/decide-by-form.server';
import { readQueue, warnedIndicators } from '$lib/reports/review/read-queue.server';
import { readOwnReports } from '$lib/reports/status/read-own-reports.server';
import { textValues } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const queuedAtOnce = 50;

export const load: PageServerLoad = ({ locals, url: { searchParams } }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const now = new Date();
		const asked = { period: searchParams.get('thang'), filter: searchParams.get('tim') ?? '' };
		const waitingOf = searchParams.get('ky') || null;
		const page = { period: waitingOf, page: pageNumber(searchParams), pageSize: queuedAtOnce };
		const queue = await readQueue(database, actor, page, now);
		return {
			waitingOf,
			queue,
			indicators: formCatalogue(locals.locale, warnedIndicators(queue)).indicators,
			notices: await readNotices(database, actor, now),
			own: await readOwnReports(database, actor, asked, now),
		};
	});

export const actions: Actions = {
	approve: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const ticked = textValues(await request.formData(), 'report');
		return approveChosen(database, actor, ticked, new Date());
	},
};
