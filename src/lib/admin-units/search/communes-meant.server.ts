import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { findPlaces, type FoundPlace, type PlaceSearch } from './find-places.server';
import { unitsByIds } from '../home.server';
import { tellApart } from './tell-apart.server';

/** Nobody looks through more. */
const mostMeant = 20;

/** The communes of today that somebody may mean who types a code or any name that a place has or had, best first. */
export async function communesMeant(
	database: Database,
	text: string,
	search: PlaceSearch,
): Promise<Unit[]> {
	const { places } = await findPlaces(database, text, search);
	const ids = [...new Set(places.flatMap(communesOf))].slice(0, mostMeant);
	const communes = await unitsByIds(database, ids);
	return tellApart(
		database,
		communes.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)),
	);
}

function communesOf({ unit, span, now }: FoundPlace): number[] {
	if (span) return now.map(({ id }) => id);
	if (unit.level === 'commune') return [unit.id];
	return unit.parentId === null ? [] : [unit.parentId];
}
