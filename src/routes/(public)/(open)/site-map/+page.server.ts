import { homeUnit } from '$lib/admin-units/home.server';
import { listCommunes, type ListedCommune } from '$lib/admin-units/structure/list-communes.server';
import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';
import { provincePath, slugOf } from '../../commune/path';
import type { PageServerLoad } from './$types';

/** Communes of a province; of the country only its provinces, which lead on. */
export const load: PageServerLoad = async ({ locals: { handle } }) => {
	const today = localDay(new Date());
	const home = await homeUnit(handle.database, app().config.homeUnit, today);
	const communes = home ? await listCommunes(handle.database, home.id, today) : [];
	if (home?.level !== 'country')
		return {
			units: communes.map(({ kind, name, ...unit }) => ({
				...{ kind, name },
				path: `/commune/${slugOf({ name, ...unit })}`,
			})),
		};
	const provinces = new Map<number, ListedCommune['province']>(
		communes.map(({ province }) => [province.id, province]),
	);
	return {
		units: [...provinces.values()].map(({ kind, name, code }) => ({
			...{ kind, name },
			path: provincePath({ code, name }),
		})),
	};
};
