import { administer } from '$lib/accounts/administer.server';
import { mayActOn } from '$lib/accounts/may-act-on.server';
import { signedIn } from '$lib/accounts/signed-in.server';
import { homeUnit } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { catalogue } from '$lib/indicators/catalogue';
import { reportableIn } from '$lib/indicators/reportable-in.server';
import { reportableCodes } from '$lib/indicators/rules.server';
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
		const asked = await reportableIn(database, [unit.id]);
		return {
			unit,
			mayChange: await mayActOn(database, actor, ['administrator'], unit.id),
			indicators: catalogue.map(
				({ code, name, definition, group, countingUnit, source, ratio }) => ({
					code,
					name: name[locals.locale],
					definition: definition[locals.locale],
					group,
					countingUnit,
					source,
					state: reportableCodes.has(code)
						? asked.has(code)
							? ('on' as const)
							: ('off' as const)
						: ratio
							? ('derived' as const)
							: ('core' as const),
				}),
			),
		};
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			const { code = '' } = entered;
			const unit = await home(locals);
			const on = entered['on'] === 'yes';
			await switchIndicator(database, actor, { unitId: unit.id, code, on });
			return { changed: code };
		});
	},
};
