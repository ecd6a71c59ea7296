import { expect, it } from 'vitest';
import type { MapSeries } from '../../../contracts/map/series';
import { createFormat } from '../../../messages/format';
import { vi } from '../../../messages/vi';
import type { UnitRow } from '../rows';
import { besideLine } from './trend-line';

const format = createFormat('vi', vi);
const points = ['2026-08', '2026-09', '2026-10'].map((periodCode) => ({
	periodCode,
	figures: null,
}));
const row = (share: number | null): UnitRow => ({
	unit: {
		...{ id: 1, code: '99101', level: 'commune', kind: 'xa', name: 'An Lĩnh', parentId: null },
		...{ validFrom: '2025-07-01', validTo: null, register: 100, reportsRequired: 1 },
	},
	reading:
		share === null
			? { kind: 'none' }
			: { kind: 'share', share, able: 1, base: 1, reportedShare: null },
	...{ timeliness: 'onTime', growth: null, rank: null, receivedAt: null, approvedAt: null },
});

const series = (months: Record<string, number | null>): MapSeries => ({
	...{ measure: 'allFive', colouring: 'level', classing: 'fixed' },
	ids: [7, 1],
	names: ['Tân An', 'An Lĩnh'],
	months: Object.entries(months).map(([code, share]) => ({
		...{ code, layer: '', states: 'aa', shares: [900, share], whole: null },
		...{ values: null, classes: null },
	})),
});

it('draws a commune as it is shown now behind its published months, with its gaps', () => {
	const published = series({ '2026-08': 412, '2026-09': null, '2026-10': 500 });
	expect(besideLine(points, published, row(0.537), '2026-10', format)).toEqual({
		name: 'Xã An Lĩnh',
		values: [0.412, null, 0.537],
		figures: ['41,2%', '', '53,7%'],
	});
});

it('draws nothing of a commune without a share, or before its months are there', () => {
	expect(besideLine(points, series({ '2026-05': 400 }), row(null), '2026-10', format)).toBeNull();
	expect(besideLine(points, null, row(0.537), '2026-10', format)).toBeNull();
});
