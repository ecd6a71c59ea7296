import { describe, expect, it } from 'vitest';
import { withUnsentReports } from './unsent-reports';
import type { EntryState, KeptEntry } from './kept-entry';
import type { EntryReport, EntryWork } from './work';

const report = (period: string): EntryReport => ({
	unit: { code: '98000-01', name: 'Một', kind: 'thon', level: 'village', parentName: '' },
	period,
	due: '2026-11-24T17:00:00.000Z',
	newest: null,
	earlier: null,
	warnings: { history: [], peers: {} },
	log: {},
});

const list = (periods: string[], account = 7): EntryWork => ({
	account: { id: account, name: 'Tổ Một' },
	catalogue: { indicators: [], totals: [] },
	forms: {},
	periods: periods.map((code, index) => ({
		...{ id: index + 1, code, kind: 'month', title: null },
		...{ startsOn: `${code}-01`, endsOn: `${code}-28` },
		due: { village: '', commune: '', district: '', province: '' },
	})),
	reports: periods.map(report),
	leftOut: 0,
});

const entry = (period: string, state: EntryState): KeptEntry => ({
	...{ key: period, account: 7, unit: '98000-01', period, state, entered: {}, basedOn: 0 },
	...{ report: null, clientId: null, attempts: 0, nextAttemptAt: 0, problems: [] },
	...{ newest: null, received: null },
});

describe('a new list', () => {
	const before = list(['2026-11', '2026-10', '2026-09']);
	const codes = ({ reports, periods }: EntryWork) => {
		expect(periods.map(({ code }) => code)).toEqual(reports.map(({ period }) => period));
		return reports.map(({ period }) => period);
	};

	it('keeps in sight what the device still holds of a period that has closed', () => {
		const entries = [
			entry('2026-11', 'draft'),
			entry('2026-10', 'refused'),
			entry('2026-09', 'sent'),
		];
		expect(codes(withUnsentReports(list(['2026-12', '2026-11']), before, entries))).toEqual([
			'2026-12',
			'2026-11',
			'2026-10',
		]);
	});

	it("takes nothing of another account's list, nor of what was never listed", () => {
		const entries = [entry('2026-10', 'draft'), entry('2026-08', 'draft')];
		expect(codes(withUnsentReports(list(['2026-12'], 8), before, entries))).toEqual(['2026-12']);
		expect(codes(withUnsentReports(list(['2026-12']), null, entries))).toEqual(['2026-12']);
		expect(codes(withUnsentReports(list(['2026-12']), before, entries))).toEqual([
			'2026-12',
			'2026-10',
		]);
	});
});
