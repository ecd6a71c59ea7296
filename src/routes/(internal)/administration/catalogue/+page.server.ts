import { administer } from '$lib/accounts/administration/administer.server';
import { mayActOn } from '$lib/accounts/access/may-act-on.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { homeUnit } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { listCatalogue } from '$lib/indicators/list-catalogue.server';
import { switchIndicator } from '$lib/indicators/switch-indicator.server';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

/** Switches hold for the unit that the site is about. */
async function home(locals: App.Locals) {
	const unit = await homeUnit(locals.handle.database, app().config.homeUnit, localDay(new Date()));
	if (!unit) throw new NotFoundError('There is no unit yet.');
	return unit;
}

export const load: PageServerLoad = ({ locals }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const unit = await home(locals);
		return {
			unit,
			mayChange: await mayActOn(database, actor, ['administrator'], unit.id),
			indicators: await listCatalogue(database, unit.id, locals.locale),
		};
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			const { code = '', on } = entered;
			const { id } = await home(locals);
			await switchIndicator(database, actor, { unitId: id, code, on: on === 'yes' });
			return { changed: code };
		});
	},
};
