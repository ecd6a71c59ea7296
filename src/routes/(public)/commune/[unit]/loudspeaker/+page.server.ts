import { error } from '@sveltejs/kit';
import { unitByCode } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { factsOf } from '$lib/coverage/announcement/facts';
import { announcementScript } from '$lib/coverage/announcement/script';
import { loadCommune } from '../../load.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const code = params.unit.split('-')[0] ?? '';
	const unit = await unitByCode(locals.handle.database, code, localDay(new Date()));
	if (unit?.level !== 'commune') error(404, 'notFound');
	const { path, ...view } = await loadCommune(event, unit);
	const facts = factsOf({ path, ...view });
	return { unit, path, month: facts?.month ?? null, script: facts && announcementScript(facts) };
};
