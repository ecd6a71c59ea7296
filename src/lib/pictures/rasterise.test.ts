import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { MapState } from '../contracts/map/states';
import { classStates, mapStates } from '../contracts/map/states';
import { divergingColours, policyClasses } from '../contracts/map/policy-classes';
import type { Layer } from '../map/geometry/layer';
import { drawTopology } from '../map/geometry/projection';
import { drawCard, type Card } from './card';
import type { MapPicture } from './map';
import { rasterise } from './rasterise.server';
import { drawSheet, type Sheet } from './sheet';

/** Of how many points in a thousand one may differ by more than a shade: faces are drawn alike everywhere. */
const mostDifferent = 2;
const shade = 24;

/** Square areas side by side, one in each class: how patterns look is for the map's own tests. */
function tiles(): { layer: Layer; states: Map<number, MapState> } {
	const corner = (index: number): [number, number] => [
		106 + (index % 4) * 0.1,
		21 - Math.floor(index / 4) * 0.1,
	];
	const squares = classStates.map((_, index) => {
		const [x, y] = corner(index);
		return [
			[x, y],
			[x + 0.1, y],
			[x + 0.1, y - 0.1],
			[x, y - 0.1],
			[x, y],
		] as [number, number][];
	});
	return {
		layer: {
			type: 'Topology',
			arcs: squares,
			objects: {
				units: {
					type: 'GeometryCollection',
					geometries: squares.map((_, id) => ({
						type: 'Polygon',
						arcs: [[id]],
						properties: { id },
					})),
				},
			},
		},
		states: new Map(classStates.map((state, id) => [id, state])),
	};
}

const { layer, states } = tiles();
const map: MapPicture = {
	drawing: drawTopology(layer),
	states,
	ramp: 'coverage',
	highlighted: new Set(),
	uncertain: new Set(),
	active: 3,
};
const bounds = ['0', '20', '40', '60', '80', '90', '100%'];
const card: Card = {
	language: 'vi',
	site: ['Nhịp Số', 'Tỉnh Bắc Ổ'],
	title: 'Phường Ổ Ữ Ặ đ – Nguyễn Thị Minh Khai',
	figure: '78,4%',
	sentence: 'Cứ 100 hộ thì 78 hộ có ít nhất một người biết dùng đủ năm kỹ năng số: “Ổ Ữ Ặ đ”.',
	bars: [],
	map: { picture: map, title: null, scale: { columns: classStates, bounds } },
	notes: ['tháng 10/2026', 'duyệt 21/11/2026', 'số thay đổi 12345', 'Nguồn: báo cáo đã duyệt'],
};
const compared: Card = {
	...card,
	title: 'So sánh <xã> & phường',
	figure: null,
	map: null,
	bars: [
		{ name: 'Xã Ặ', text: '78,4%', share: 0.784 },
		{ name: 'Phường Ữ', text: 'Chưa đủ số liệu', share: null },
	],
};
const sheet: Sheet = {
	other: null,
	...{ language: 'vi', title: 'Bản đồ Ổ Ữ Ặ đ', lead: card.sentence, map, notes: card.notes },
	legend: {
		title: 'Hộ có người biết cả năm kỹ năng số',
		sides: 'trái | phải',
		uncertain: 'Ít hộ',
		nameOf: (state: MapState) => `Mức ${state}`,
	},
};

/** Beside another month, in which the first class was one lower; a third of the width shows that. */
const beside: Sheet = {
	...sheet,
	other: {
		...{ title: 'tháng 10/2025', ownTitle: 'tháng 10/2026', divider: 35 },
		map: { ...map, states: new Map([...states, [0, 'missing']]), active: null },
	},
};

const points = (picture: Uint8Array) =>
	sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });

it.each([
	['card', drawCard(card)],
	['comparison', drawCard(compared)],
	['sheet', drawSheet(sheet)],
	['two-maps', drawSheet(beside)],
])('draws a %s as it was looked at', async (name, svg) => {
	const file = `tests/fixtures/pictures/${name}.png`;
	const drawn = await rasterise(svg);
	if (process.env.UPDATE_PICTURES || !existsSync(file)) writeFileSync(file, drawn);
	const [own, golden] = await Promise.all([points(drawn), points(readFileSync(file))]);
	expect([own.info.width, own.info.height]).toEqual([golden.info.width, golden.info.height]);
	let different = 0;
	for (let index = 0; index < own.data.length; index += 3)
		if (
			[0, 1, 2].some(
				(part) =>
					Math.abs((own.data[index + part] ?? 0) - (golden.data[index + part] ?? 0)) > shade,
			)
		)
			different += 1;
	expect((different * 3000) / own.data.length).toBeLessThanOrEqual(mostDifferent);
});

it('sets two maps beside one another: names, counts of both, and tiles for the patterns of both', () => {
	const svg = drawSheet(beside);
	for (const text of ['Tháng 10/2025', 'Tháng 10/2026', 'trái | phải', '0 | 1', '1 | 0', '1 | 1'])
		expect(svg).toContain(`>${text}<`);
	expect(svg).toContain('clip-path="url(#left)"');
	expect(svg).toContain('fill="url(#other-missing)"');
	expect(svg).toContain('<pattern id="other-missing"');
	expect(svg).not.toContain('fill="url(#map-missing)"');
	expect(drawSheet(sheet)).not.toMatch(/clip-path|[|]/);
});

it('writes the accents in the faces that are shipped', async () => {
	const drawing = (text: string) => rasterise(drawCard({ ...card, title: text, map: null }));
	const [with_, without] = await Promise.all([drawing('Ổ Ữ Ặ đ'), drawing('O U A d')]);
	expect(Buffer.from(with_).equals(Buffer.from(without))).toBe(false);
});

it('draws one for everybody who asks for it at the same time as many others do', async () => {
	const own = (name: string) =>
		`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><desc>${name}</desc></svg>`;
	const asked = Array.from({ length: 60 }, (_, index) => rasterise(own(String(index))));
	for (const picture of await Promise.all(asked))
		expect(Buffer.from(picture).subarray(1, 4).toString()).toBe('PNG');
});

it('has a tile for every state that is told apart by a pattern', () => {
	const everyState = new Map(classStates.map((_, id) => [id, mapStates.at(-2 - id) ?? 'none']));
	const svg = drawSheet({ ...sheet, map: { ...map, states: everyState } });
	const used = [...svg.matchAll(/url\(#([\w-]+)\)/g)].map(([, tile]) => tile);
	expect(used.length).toBeGreaterThan(classStates.length);
	for (const tile of used) expect(svg).toContain(`<pattern id="${tile ?? ''}"`);
});

it('colours what grew and shrank from a middle, map and legend alike', () => {
	const drawn = (ramp: MapPicture['ramp'], colour: string) =>
		drawSheet({ ...sheet, map: { ...map, ramp } }).split(`fill="${colour}"`).length - 1;
	for (const [index, { light }] of divergingColours.entries()) {
		expect(drawn('diverging', light)).toBe(2);
		expect(drawn('diverging', policyClasses[index]?.light ?? '')).toBe(0);
		expect(drawn('coverage', policyClasses[index]?.light ?? '')).toBe(2);
	}
});

it('lays a texture over what rests on few households, and says what it means where it occurs', () => {
	const few = drawSheet({ ...sheet, map: { ...map, uncertain: new Set([1, 4]) } });
	expect(few.split('"url(#map-uncertain)"')).toHaveLength(3);
	expect(few.split('"url(#legend-uncertain)"')).toHaveLength(2);
	expect(few).toContain('>Ít hộ<');
	expect(drawSheet(sheet)).not.toContain('>Ít hộ<');
});

it('keeps the strength of what was picked out of the key alone', () => {
	const faint = (highlighted: Set<MapState>) =>
		drawSheet({ ...sheet, map: { ...map, highlighted } }).split(' opacity="0.2"').length - 1;
	expect(faint(new Set())).toBe(0);
	expect(faint(new Set(classStates.slice(0, 2)))).toBe(classStates.length - 2);
});

it('names what the colours of a card stand for, with the bounds of their classes', () => {
	const columns = classStates.slice(0, 3);
	const growth = { columns, bounds: ['', '−2,0', '+2,0', ''] };
	const svg = drawCard({
		...card,
		map: { picture: { ...map, ramp: 'diverging' }, title: 'So với tháng trước', scale: growth },
	});
	for (const text of ['So với tháng trước', '−2,0', '+2,0']) expect(svg).toContain(`>${text}<`);
	expect(svg).not.toContain('100%');
	expect(svg).toContain(divergingColours[0].light);
});

it('leaves no way out of its text', () => {
	expect(drawCard(compared)).toContain('So sánh &lt;xã&gt; &amp; phường');
});
