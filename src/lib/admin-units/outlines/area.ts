import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Mean radius of the Earth, kilometres. */
const radius = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Square kilometres within an outline on the sphere: the outer rings less their holes. */
export function squareKilometres(outline: Polygon | MultiPolygon): number {
	const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
	return polygons.reduce(
		(sum, [outer = [], ...holes]) =>
			sum + ringArea(outer) - holes.reduce((hollow, hole) => hollow + ringArea(hole), 0),
		0,
	);
}

/** Each side's strip down to the equator, of a closed ring. */
function ringArea(ring: readonly Position[]): number {
	const excess = ring.reduce((sum, [x = 0, y = 0], index) => {
		const [nextX = x, nextY = y] = ring[index + 1] ?? [];
		return sum + radians(nextX - x) * (2 + Math.sin(radians(y)) + Math.sin(radians(nextY)));
	}, 0);
	return Math.abs((excess * radius * radius) / 2);
}
