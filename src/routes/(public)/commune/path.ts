import { searchKey } from '$lib/contracts/text/search-key';
import type { Unit } from '$lib/contracts/admin-units';
import { addDays } from '$lib/contracts/local-time';

/** `07294-deo-gia`: the code decides, the name is for people. */
export const slugOf = (unit: Pick<Unit, 'code' | 'name'>) =>
	`${unit.code}-${searchKey(unit.name).replaceAll(' ', '-')}`;

/** The page of a unit: by code and name while it exists, by code and its last day afterwards. */
export function communePath(unit: Pick<Unit, 'code' | 'name' | 'validTo'>, today: string): string {
	const former = unit.validTo !== null && unit.validTo <= today;
	return former
		? `/commune/${unit.code}/${addDays(unit.validTo ?? today, -1)}`
		: `/commune/${slugOf(unit)}`;
}

/** The map of a province on a site about the country. */
export const provincePath = (unit: Pick<Unit, 'code' | 'name'>) => `/province/${slugOf(unit)}`;
