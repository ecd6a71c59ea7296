import * as v from 'valibot';
import { administer } from '$lib/accounts/administration/administer.server';
import { administersAll } from '$lib/accounts/administration/administered.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { unitByCode } from '$lib/admin-units/home.server';
import { lastDayOf } from '$lib/contracts/local-time';
import { listShownFigures, listTakeDowns } from '$lib/coverage/record/shown-figures.server';
import { Month, restore, takeDown } from '$lib/coverage/record/take-down.server';
import type { Database } from '$lib/server/db/client';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

/** As many as anybody reads at once; the log has all. */
const mostListed = 200;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const asked = {
			unit: url.searchParams.get('don-vi')?.trim() ?? '',
			period: url.searchParams.get('thang')?.trim() ?? '',
		};
		return {
			asked,
			found: await find(database, asked),
			takeDowns: await listTakeDowns(database, mostListed),
			mayChange: await administersAll(database, actor),
		};
	});

/** What was shown of the unit and month that an address names; null where it names none. */
async function find(database: Database, asked: { unit: string; period: string }) {
	if (!v.is(Month, asked.period)) return null;
	const unit = await unitByCode(database, asked.unit, lastDayOf(asked.period));
	if (!unit) return null;
	const shown = await listShownFigures(database, { unitId: unit.id, period: asked.period });
	return { unit, shown };
}

export const actions: Actions = {
	takeDown: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			await takeDown(database, actor, entered, new Date());
			return { done: 'takenDown' as const };
		});
	},
	restore: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			await restore(database, actor, entered);
			return { done: 'restored' as const };
		});
	},
};
