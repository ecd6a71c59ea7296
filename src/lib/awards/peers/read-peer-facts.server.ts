import { readAreas } from '../../admin-units/outlines/areas.server';
import { readTerrains } from '../../admin-units/terrain.server';
import { readRegisters } from '../../coverage/registers.server';
import type { PeerFacts } from '../../ranking/peers.server';
import type { Database } from '../../server/db/client';

/** What a unit can't influence, on a local day: the kind of place and its terrain, its households, and how many on a km². */
export async function readPeerFacts(
	database: Database,
	units: readonly Pick<PeerFacts, 'unitId' | 'kind'>[],
	day: string,
): Promise<PeerFacts[]> {
	const ids = units.map(({ unitId }) => unitId);
	const areas = await readAreas(database, ids);
	const terrains = await readTerrains(database, ids);
	const registers = await readRegisters(database, ids, day);
	return units.map(({ unitId, kind }) => {
		const households = registers.get(unitId) ?? null;
		const area = areas.get(unitId) ?? 0;
		const density = households !== null && area > 0 ? households / area : null;
		return { unitId, kind, terrain: terrains.get(unitId) ?? null, households, density };
	});
}
