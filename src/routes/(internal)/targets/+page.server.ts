import { redirect } from '@sveltejs/kit';
import { mayActOn } from '$lib/accounts/access/may-act-on.server';
import { readReachable } from '$lib/admin-units/access/reachable.server';
import { localDay } from '$lib/contracts/local-time';
import { listTargets } from '$lib/indicators/targets/list.server';
import { targetable } from '$lib/indicators/targets/subjects';
import { toAddress } from '$lib/messages/addresses';
import { pageData } from '$lib/server/http';
import { shownYear } from './period.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle, locale }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { database } = handle;
		const now = new Date();
		const code = url.searchParams.get('don-vi');
		const { unit, choices } = await readReachable(database, actor, code, localDay(now));
		const shown = await shownYear(database, unit, url.searchParams.get('nam'), now);
		const indicator = targetable.find((each) => each.code === url.searchParams.get('chi-so'));
		if (indicator)
			redirect(
				303,
				`${toAddress(`/targets/${unit.code}/${indicator.code}`, locale)}?nam=${shown.year}`,
			);
		return {
			...{ unit, choices, ...shown },
			targets: await listTargets(database, unit, shown),
			maySet: await mayActOn(database, actor, ['approver'], unit.id),
			indicators: targetable.map(({ code, group, name }) => ({ code, group, name })),
		};
	});
