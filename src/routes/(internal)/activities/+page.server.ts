import { mayOpen } from '$lib/accounts/access/policy.server';
import { chooseMonth } from '$lib/activities/choose-month.server';
import { derivedCodes } from '$lib/activities/derive-counts';
import { filterFrom } from '$lib/activities/filter';
import { listActivities } from '$lib/activities/list.server';
import { pageNumber, wholeNumber } from '$lib/contracts/text/address';
import { searchKey } from '$lib/contracts/text/search-key';
import { catalogue } from '$lib/indicators/catalogue';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';
import { hasMore } from '$lib/contracts/pages';

const pageSize = 50;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, handle, locale } = locals;
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { months, month } = chooseMonth(url.searchParams, new Date());
		const filter = filterFrom(url.searchParams);
		const unit = url.searchParams.get('tim') ?? '';
		const page = pageNumber(url.searchParams);
		const selection = { month, ...filter, searchName: searchKey(unit), page, pageSize };
		const { counts, ...list } = await listActivities(handle.database, actor, selection);
		return {
			...list,
			...{ months, month, filter, unit, page },
			hasMore: hasMore(list.total, { page, pageSize }),
			recorded: wholeNumber(url.searchParams.get('ghi')),
			mayRecord: mayOpen('/(internal)/activities/new', actor),
			counts: derivedCodes.flatMap((code) => {
				const name = catalogue.find((indicator) => indicator.code === code)?.name[locale] ?? code;
				return counts[code] === undefined ? [] : [{ code, name, value: counts[code] }];
			}),
		};
	});
