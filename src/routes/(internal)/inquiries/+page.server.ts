import { mayOpen } from '$lib/accounts/access/policy.server';
import { actsAboveOthers } from '$lib/admin-units/access/acting-units.server';
import { pageNumber } from '$lib/contracts/text/address';
import { inquiryStates } from '$lib/contracts/inquiries';
import { localDay } from '$lib/contracts/local-time';
import { hasMore } from '$lib/contracts/pages';
import { listInquiries } from '$lib/inquiries/list.server';
import { readDueInquiries } from '$lib/inquiries/read-due.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const pageSize = 50;
const mostDue = 100;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const page = pageNumber(url.searchParams);
		const asked = url.searchParams.get('tinh-trang');
		const state = inquiryStates.find((each) => each === asked) ?? null;
		const list = await listInquiries(handle.database, actor, { state, page, pageSize });
		const now = new Date();
		const answers = mayOpen('/(internal)/inquiries/new', actor);
		return {
			...{ ...list, state, page, hasMore: hasMore(list.total, { page, pageSize }) },
			now,
			due: await readDueInquiries(handle.database, actor, { limit: mostDue }),
			answers,
			mayDrawUp:
				answers &&
				(await actsAboveOthers(handle.database, actor, ['reporter', 'approver'], localDay(now))),
		};
	});
