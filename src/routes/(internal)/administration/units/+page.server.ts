import { homeUnit } from '$lib/admin-units/home.server';
import { isDay } from '$lib/admin-units/import/days';
import { readUnit } from '$lib/admin-units/read-unit.server';
import { searchUnits } from '$lib/admin-units/search.server';
import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { handle }, url: { searchParams } }) =>
	pageData(async () => {
		const { database } = handle;
		const asked = searchParams.get('ngay') ?? '';
		const day = isDay(asked) ? asked : localDay(new Date());
		const search = searchParams.get('tim') ?? '';
		const home = await homeUnit(database, app().config.homeUnit, day);
		const id = Number(searchParams.get('don-vi')) || home?.id;
		if (id === undefined) return { day, search, details: null, hits: null };
		const within = { scopeUnitId: home?.id ?? id, onDay: day, limit: 50 };
		return {
			day,
			search,
			details: await readUnit(database, id, day),
			hits: search.trim() === '' ? null : await searchUnits(database, search, within),
		};
	});
