import { error, type RequestEvent } from '@sveltejs/kit';
import { homeUnit, unitByCode } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';

/** The code of a province that has a map of its own: one of the country, or the only one there is. */
export async function provinceOf({
	locals,
	params,
}: Pick<RequestEvent<{ unit: string }>, 'locals' | 'params'>): Promise<string> {
	const { database } = locals.handle;
	const today = localDay(new Date());
	const [code = ''] = params.unit.split('-');
	const home = await homeUnit(database, app().config.homeUnit, today);
	const unit = await unitByCode(database, code, today);
	const isThere = home?.level === 'country' ? unit?.level === 'province' : home?.code === code;
	if (!isThere) error(404, 'notFound');
	return code;
}
