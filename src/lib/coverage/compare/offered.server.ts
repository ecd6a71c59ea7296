import { searchUnits } from '../../admin-units/search/search.server';
import { tellApart } from '../../admin-units/search/tell-apart.server';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { readAlike } from './alike.server';
import { mostCompared, type ComparedCommune, type Comparison } from './compared';

const mostOffered = 8;

interface Asked {
	/** What was looked for; empty: such as are about as large as the first one compared. */
	text: string;
	compared: readonly Pick<ComparedCommune, 'unit'>[];
	scopeUnitId: number;
	day: string;
}

/** Communes that may be added to a comparison, without those that stand in it. */
export async function readOffered(
	database: Database,
	{ text, compared, scopeUnitId, day }: Asked,
): Promise<Comparison['offered']> {
	const most = mostOffered + mostCompared;
	const first = compared[0]?.unit;
	const found =
		text !== ''
			? await findCommunes(database, text, { scopeUnitId, day, most })
			: first
				? await readAlike(database, first, { scopeUnitId, day, most })
				: [];
	const isNew = ({ id }: { id: number }) => !compared.some(({ unit }) => unit.id === id);
	return tellApart(database, found.filter(isNew).slice(0, mostOffered));
}

async function findCommunes(
	database: Database,
	text: string,
	{ scopeUnitId, day, most }: { scopeUnitId: number; day: string; most: number },
): Promise<Unit[]> {
	const hits = await searchUnits(database, text, {
		...{ scopeUnitId, onDay: day, limit: most },
		levels: ['commune'],
	});
	return hits.map(({ unit }) => unit);
}
