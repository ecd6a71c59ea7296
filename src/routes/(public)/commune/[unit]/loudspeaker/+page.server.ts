import { error, redirect } from '@sveltejs/kit';
import { presentOrFormerCommune } from '$lib/admin-units/lineage/last-former-commune.server';
import { localDay } from '$lib/contracts/local-time';
import { factsOf } from '$lib/coverage/announcement/facts';
import { announcementScript } from '$lib/coverage/announcement/script';
import { toAddress } from '$lib/messages/addresses';
import { loadCommune } from '../../load.server';
import { communePath } from '../../path';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const code = params.unit.split('-')[0] ?? '';
	const today = localDay(new Date());
	const unit = await presentOrFormerCommune(locals.handle.database, code, today);
	if (!unit) error(404, 'notFound');
	// Nobody announces for it any more: its page leads on to what it became.
	if (unit.validTo !== null && unit.validTo <= today)
		redirect(307, toAddress(communePath(unit, today), locals.locale));
	const { path, ...view } = await loadCommune(event, unit);
	const facts = factsOf({ path, ...view });
	return { unit, path, month: facts?.month ?? null, script: facts && announcementScript(facts) };
};
