import type { FoundPlace } from '$lib/admin-units/search/find-places.server';
import { communePath } from '../commune/path';

/** The page of a place: a village leads to its commune, and a former district has none. */
export function pathOf({ unit, ancestors }: FoundPlace, today: string): string | null {
	if (unit.level === 'district') return null;
	if (unit.level === 'commune') return communePath(unit, today);
	const commune = ancestors[0];
	return commune ? `/commune/${commune.code}` : null;
}
