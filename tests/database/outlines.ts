import { rebuildLayers } from '../../src/lib/admin-units/outlines/layers.server';
import type { Database } from '../../src/lib/server/db/client';
import { boundary } from '../../src/lib/server/db/schema';

/**
 * Units as rectangles in a row, instead of what was drawn before.
 * @param width in hundredths of a degree.
 */
export async function drawOutlines(
	database: Database,
	unitIds: readonly number[],
	width: number,
): Promise<void> {
	for (const [index, unitId] of unitIds.entries()) {
		const west = 106 + (index * width) / 100;
		const [east, south, north] = [west + width / 100, 21, 21.05];
		const corners = [
			[west, south],
			[west, north],
			[east, north],
			[east, south],
			[west, south],
		];
		const geometry = { type: 'Polygon' as const, coordinates: [corners] };
		const hash = `${index}-${width}`;
		await database
			.insert(boundary)
			.values({ unitId, geometry, hash })
			.onConflictDoUpdate({ target: boundary.unitId, set: { geometry, hash } });
	}
	await rebuildLayers(database, { of: 'outlines', unitIds: [...unitIds] }, () => undefined);
}
