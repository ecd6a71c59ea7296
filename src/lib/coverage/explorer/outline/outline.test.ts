import { expect, it } from 'vitest';
import type { UnitFigures } from '../../../contracts/coverage';
import type { Snapshot, SnapshotUnit } from '../../../contracts/events';
import { communesOf, rowsOf } from '../live-communes';
import { readSelection } from '../selection';
import { isOutlined, outlineOf, statesOfCommunes, withoutCommunes } from './outline';
import { summarise } from './summary';

const at = '2026-11-05T03:00:00.000Z';
const due = { village: at, commune: at, district: at, province: at };
const period = (id: number, code: string): Snapshot['period'] => ({
	...{ id, code, kind: 'month', title: null, due },
	...{ startsOn: `${code}-01`, endsOn: `${code}-28` },
});
const unit = (id: number, level: SnapshotUnit['level'], parentId: number | null): SnapshotUnit => ({
	...{ id, code: String(id), level, name: `Unit ${id}`, parentId },
	...{ kind: level === 'province' ? 'tinh' : 'xa', validFrom: '2025-07-01', validTo: null },
	...{ register: 100, reportsRequired: 1 },
});
const figures = (unitId: number, able: number): UnitFigures => ({
	...{ unitId, basis: 'approved', able: [able], base: [100], receivedAt: at, approvedAt: at },
});

const country: Snapshot = {
	...{ number: 7, at, period: period(10, '2026-10'), scope: unit(1, 'country', null) },
	units: [unit(21, 'commune', 2), unit(22, 'commune', 2), unit(31, 'commune', 3)],
	provinces: [unit(2, 'province', 1), unit(3, 'province', 1)],
	figures: [figures(1, 40), figures(2, 50), figures(21, 45), figures(22, 55)],
	statuses: [21, 22].map((unitId) => ({
		...{ unitId, reports: 1, reportsOnTime: 1, ownReport: true, receivedAt: at },
	})),
	previous: { period: period(9, '2026-09'), figures: [figures(1, 30), figures(21, 40)] },
};
const beside = {
	colouring: { earlier: [], targets: [], target: null, checked: [] },
	inInset: new Set([31]),
};
const asked = (query: string) => readSelection(new URLSearchParams(query), false);
const outline = outlineOf(country, asked(''), beside);

it('says of a country what its communes come to, as these say it themselves', () => {
	const communes = communesOf(country);
	const rows = rowsOf(communes, asked(''), Math.floor(Date.parse(at) / 60_000));
	expect(outline).toMatchObject(summarise(communes, rows, asked('')));
	expect(outline.received).toBe(2);
	expect(
		outline.provinces.map(({ unit: { id }, required, received }) => [id, required, received]),
	).toEqual([
		[2, 2, 2],
		[3, 1, 0],
	]);
	expect(outline.movers.map((row) => row.unit.id)).toEqual([21]);
	expect(outline.islands).toEqual([{ id: 31, name: 'Unit 31', provinceId: 3 }]);
	expect(statesOfCommunes(outline)).toEqual(['class2', 'class2', 'missing']);
});

it('leaves of a snapshot what the page of a country says of the whole', () => {
	const rest = withoutCommunes(country);
	expect(rest.partial).toBe(true);
	expect([rest.units, rest.provinces, rest.statuses]).toEqual([[], [], []]);
	expect(rest.figures).toEqual([figures(1, 40)]);
	expect(rest.previous?.figures).toEqual([figures(1, 30)]);
	expect(rest.number).toBe(7);
});

it.each([
	['', true],
	['to-mau=tang-1-thang', true],
	['to-mau=tang-12-thang', false],
	['lop=phan-vi', false],
	['to-mau=so-voi-chi-tieu', false],
	['to-mau=dung-han', false],
	['hinh=so-ho', false],
])('is enough for a country that is asked for as "%s": %s', (query, enough) => {
	expect(isOutlined(country, asked(query))).toBe(enough);
	expect(isOutlined({ scope: unit(2, 'province', 1) }, asked(query))).toBe(false);
});
