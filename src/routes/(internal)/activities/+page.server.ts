import { mayOpen } from '$lib/accounts/policy.server';
import { derivedCodes } from '$lib/activities/derive-counts';
import { listActivities } from '$lib/activities/list.server';
import { recentMonths } from '$lib/activities/months';
import { searchKey } from '$lib/contracts/search-key';
import { activityKinds } from '$lib/contracts/activities';
import { catalogue } from '$lib/indicators/catalogue';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, handle, locale } = locals;
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const months = recentMonths(new Date());
		const month = months.find((known) => known === url.searchParams.get('thang')) ?? months[0];
		if (month === undefined) throw new Error('There is always a month.');
		const kind = activityKinds.find((known) => known === url.searchParams.get('loai')) ?? null;
		const unit = url.searchParams.get('tim') ?? '';
		const page = Math.min(10_000, Math.max(1, Number(url.searchParams.get('trang')) | 0));
		const selection = { month, kind, searchName: searchKey(unit), page, pageSize };
		const { counts, ...list } = await listActivities(handle.database, actor, selection);
		return {
			...list,
			...{ months, month, kind, unit, page },
			hasMore: list.total > page * pageSize,
			recorded: Number(url.searchParams.get('ghi')) || null,
			mayRecord: mayOpen('/(internal)/activities/new', actor),
			counts: derivedCodes.flatMap((code) => {
				const name = catalogue.find((indicator) => indicator.code === code)?.name[locale] ?? code;
				return counts[code] === undefined ? [] : [{ code, name, value: counts[code] }];
			}),
		};
	});
