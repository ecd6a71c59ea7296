import { expect, it } from 'vitest';
import { overdueReports } from './overdue';
import { reopen, type KeptEntry } from './kept-entry';
import { reportKey, type EntryReport, type StoredRevision } from './work';

const now = Date.parse('2026-11-27T03:00:00Z');

function reportOf(period: string, due: string, state?: StoredRevision['state']): EntryReport {
	return {
		unit: { code: '98000-01', name: 'Đông', kind: 'thon', level: 'village', parentName: 'Xã Mẫu' },
		period,
		due,
		newest: state
			? {
					...{ revision: 1, state, submittedBy: 'An', receivedAt: due, comment: null },
					...{ householdSkills: {}, values: {} },
				}
			: null,
		earlier: null,
		warnings: { history: [], peers: {} },
		log: {},
	};
}
const entryOf = (report: EntryReport, state: KeptEntry['state']): KeptEntry => ({
	key: `7/${reportKey(report.unit.code, report.period)}`,
	account: 7,
	unit: report.unit.code,
	period: report.period,
	state,
	entered: {},
	basedOn: 0,
	report: null,
	clientId: null,
	attempts: 0,
	nextAttemptAt: 0,
	problems: [],
	newest: null,
	received: null,
});

it('puts what is overdue first, the newest before the oldest', () => {
	const reports = [
		reportOf('2026-11', '2026-12-24T17:00:00Z'),
		reportOf('2026-Q3', '2026-10-14T17:00:00Z'),
		reportOf('2026-10', '2026-11-24T17:00:00Z'),
		reportOf('2026-09', '2026-10-24T17:00:00Z', 'returned'),
	];
	const found = overdueReports(reports, () => undefined, now);
	expect(found.map(({ period }) => period)).toEqual(['2026-10', '2026-09', '2026-Q3']);
});

it('leaves out what was handed in, or waits to be sent, or is only being corrected', () => {
	const due = '2026-11-24T17:00:00Z';
	const open = reportOf('2026-10', due);
	const given = reportOf('2026-10', due, 'submitted');
	expect(overdueReports([given], () => undefined, now)).toEqual([]);
	expect(overdueReports([given], () => reopen(entryOf(given, 'sent')), now)).toEqual([]);
	expect(overdueReports([open], () => entryOf(open, 'waiting'), now)).toEqual([]);
	expect(overdueReports([open], () => entryOf(open, 'draft'), now)).toEqual([open]);
});
