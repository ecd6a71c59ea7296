import { fail } from '@sveltejs/kit';
import { mayActOn } from '$lib/accounts/access/may-act-on.server';
import { correctByForm } from '$lib/admin-units/correct/correct-by-form.server';
import { homeUnit } from '$lib/admin-units/home.server';
import { readMissing } from '$lib/admin-units/lineage/read-missing.server';
import { readUnit } from '$lib/admin-units/read-unit.server';
import { searchUnits } from '$lib/admin-units/search/search.server';
import { wholeNumber } from '$lib/contracts/text/address';
import { isDay, localDay } from '$lib/contracts/local-time';
import { explainByForm } from '$lib/reports/register/explain-by-form.server';
import { mayExplain } from '$lib/reports/register/may-explain.server';
import { readRegisterStanding } from '$lib/reports/register/read-register.server';
import { app } from '$lib/server/app';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, url: { searchParams } }) =>
	pageData(async () => {
		const { database } = handle;
		const asked = searchParams.get('ngay') ?? '';
		const day = isDay(asked) ? asked : localDay(new Date());
		const search = searchParams.get('tim') ?? '';
		const home = await homeUnit(database, app().config.homeUnit, day);
		const id = wholeNumber(searchParams.get('don-vi')) ?? home?.id;
		const missing = await readMissing(database);
		if (id === undefined || !actor)
			return { day, search, missing, details: null, mayCorrect: false, register: null, hits: null };
		const within = { scopeUnitId: home?.id ?? id, onDay: day, limit: 50 };
		return {
			day,
			search,
			missing,
			details: await readUnit(database, id, day),
			mayCorrect: await mayActOn(database, actor, ['administrator'], id),
			register: {
				standing: await readRegisterStanding(database, id, { startsOn: day, endsOn: day }),
				mayExplain: await mayExplain(database, actor, id),
			},
			hits: search.trim() === '' ? null : await searchUnits(database, search, within),
		};
	});

export const actions: Actions = {
	explain: async ({ locals: { actor, handle }, request, url: { searchParams } }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		const unit = searchParams.get('don-vi') ?? '';
		return explainByForm(handle.database, actor, unit, entered, new Date());
	},
	correct: async ({ locals: { actor, handle }, request, url: { searchParams } }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return correctByForm(handle.database, actor, searchParams.get('don-vi') ?? '', entered);
	},
};
