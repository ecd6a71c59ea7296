import { Delaunay } from 'd3-delaunay';
import type { Polygon } from 'geojson';
import { randomFor } from '../random';
import { connected, wallsOf, type Mesh } from './cells';
import { drawBorders, outlinesOf } from './outlines';
import { noise, plane, type Point } from './terrain';

/** No real province bears one of these names. */
const provinces: readonly { name: string; seat: Point }[] = [
	{ name: 'Minh Họa', seat: [62, 132] },
	{ name: 'Phỏng Tạo', seat: [-22, 112] },
	{ name: 'Giả Định', seat: [-48, 34] },
	{ name: 'Ví Dụ', seat: [4, -26] },
	{ name: 'Thử Nghiệm', seat: [-62, -62] },
	{ name: 'Tưởng Tượng', seat: [-92, 128] },
];

/** Kilometres of ground around the province's own plane. */
const reach = 125;
/** Between two cells, kilometres: neighbours are drawn coarser than the province. */
const spacing = 2.6;

/** Where the land ends in the east, from south to north; beside the province that is its own coast. */
const coast: readonly Point[] = [
	[-26, -125],
	[18, -60],
	[60, -22],
	[74, 2],
	[72, 30],
	[76, 64],
	[96, 92],
	[118, 128],
	[170, 170],
	[215, 213],
];
const coastline = noise('neighbours coast', 24, 5);
const warpEast = noise('neighbours east', 34, 4);
const warpNorth = noise('neighbours north', 34, 4);

/** What lies around the province, under it too: which of that is its own is known to its communes alone. */
export function neighbourOutlines(): { name: string; outline: Polygon }[] {
	const mesh = scatter();
	const owners = mesh.centres.map(ownerAt);
	for (const index of provinces.keys()) inOnePiece(mesh, owners, index);
	const outlines = outlinesOf(drawBorders(mesh, [owners]), owners);
	return provinces.flatMap(({ name }, index) => {
		const outline = outlines.get(index);
		return outline ? [{ name, outline }] : [];
	});
}

/** Index of the province; −1 in the sea, and beyond what is drawn. */
function ownerAt(point: Point): number {
	const [x, y] = point;
	const edge = reach - spacing;
	if (x < -edge || y < -edge || x > plane.width + edge || y > plane.height + edge) return -1;
	if (x > coastAt(y)) return -1;
	const [warpedX, warpedY] = [x + 7 * warpEast(point), y + 7 * warpNorth(point)];
	const distances = provinces.map(({ seat }) => Math.hypot(warpedX - seat[0], warpedY - seat[1]));
	return distances.indexOf(Math.min(...distances));
}

function coastAt(y: number): number {
	const next = coast.findIndex((point) => point[1] > y);
	const [[ax, ay], [bx, by]] = [coast[next - 1] ?? [0, 0], coast[next] ?? [0, 1]];
	return ax + ((bx - ax) * (y - ay)) / (by - ay) + 6 * coastline([0, y]);
}

/** Whatever lies apart from the largest piece goes to a province, or the sea, beside it. */
function inOnePiece({ neighbours }: Mesh, owners: number[], province: number): void {
	const besides = (cell: number) => neighbours[cell] ?? [];
	const [, ...others] = connected(owners.length, (cell) => owners[cell] === province, besides);
	for (const piece of others) {
		const beside = piece.flatMap(besides).find((cell) => owners[cell] !== province);
		for (const cell of piece) owners[cell] = owners[beside ?? -1] ?? -1;
	}
}

function scatter(): Mesh {
	const random = randomFor('neighbours');
	const columns = Math.ceil((plane.width + 2 * reach) / spacing);
	const rows = Math.ceil((plane.height + 2 * reach) / spacing);
	const centres = Array.from({ length: columns * rows }, (_, index): Point => [
		-reach + ((index % columns) + 0.5 + random.between(-0.42, 0.42)) * spacing,
		-reach + (Math.floor(index / columns) + 0.5 + random.between(-0.42, 0.42)) * spacing,
	]);
	const delaunay = Delaunay.from(
		centres,
		([x]) => x,
		([, y]) => y,
	);
	const corners = delaunay.voronoi().circumcenters;
	return {
		centres,
		areas: [],
		neighbours: centres.map((_, index) => [...delaunay.neighbors(index)]),
		vertices: Array.from({ length: corners.length / 2 }, (_, index): Point => [
			corners[index * 2] ?? 0,
			corners[index * 2 + 1] ?? 0,
		]),
		walls: wallsOf(delaunay),
		land: [],
	};
}
