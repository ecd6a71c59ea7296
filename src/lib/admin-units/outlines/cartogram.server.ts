import { eq } from 'drizzle-orm';
import { provinceIdOf, type SnapshotUnit } from '../../contracts/events';
import { drawCircles, type Circle } from '../../map/cartogram/draw';
import { layOutCircles } from '../../map/cartogram/lay-out';
import type { Drawing } from '../../map/geometry/projection';
import type { Database } from '../../server/db/client';
import { cartogram } from '../../server/db/schema';
import { readLayer } from './boundary-layer.server';

/** What is being laid out: a country takes seconds, and all who ask meanwhile get the same. */
const underway = new Map<string, Promise<readonly Circle[]>>();

/**
 * The drawing of a structure with a circle for each commune, as large as its households.
 * @param units its communes with their registers; they decide only where nothing is stored yet.
 */
export async function readCartogram(
	database: Database,
	{ drawing, hash }: { drawing: Drawing; hash: string },
	units: readonly SnapshotUnit[],
): Promise<Drawing> {
	const provinceOf = new Map(units.map((unit) => [unit.id, provinceIdOf(unit) ?? unit.id]));
	const circles = (await findCircles(database, hash)) ?? (await makeCircles());
	return drawCircles(drawing, circles, drawing.groups.length > 0 ? provinceOf : new Map());

	async function makeCircles(): Promise<readonly Circle[]> {
		const begun = underway.get(hash);
		if (begun) return begun;
		const making = storeCircles(database, { drawing, hash }, registersOf(units));
		underway.set(hash, making);
		try {
			return await making;
		} finally {
			underway.delete(hash);
		}
	}
}

const registersOf = (units: readonly SnapshotUnit[]) =>
	new Map(
		units.flatMap(({ id, register }) => (register === null ? [] : [[id, register] as const])),
	);

async function findCircles(database: Database, hash: string): Promise<readonly Circle[] | null> {
	const [row] = await database.select().from(cartogram).where(eq(cartogram.layerHash, hash));
	return row?.circles ?? null;
}

/** @returns those of another process, where it was faster: all show the same. */
async function storeCircles(
	database: Database,
	{ drawing, hash }: { drawing: Drawing; hash: string },
	households: ReadonlyMap<number, number>,
): Promise<readonly Circle[]> {
	const layer = await readLayer(database, hash);
	if (!layer) return [];
	const circles = await layOutCircles(layer, drawing, households);
	await database
		.insert(cartogram)
		.values({ layerHash: hash, circles: circles.map((circle) => [...circle]) })
		.onConflictDoNothing();
	return (await findCircles(database, hash)) ?? circles;
}
