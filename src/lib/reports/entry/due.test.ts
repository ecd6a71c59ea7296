import { expect, it } from 'vitest';
import { dueReports } from './due';
import type { EntryReport, EntryWork, StoredRevision } from './work';

const now = new Date('2026-11-27T08:00:00Z');
const month: EntryWork['periods'][number] = {
	...{ id: 1, code: '2026-11', kind: 'month', title: null },
	...{ startsOn: '2026-11-01', endsOn: '2026-11-30' },
	due: { village: '', commune: '', district: '', province: '' },
};

function report(code: string, due: string, newest: Partial<StoredRevision> | null): EntryReport {
	return {
		unit: { code, name: code, kind: 'thon', level: 'village', parentName: '' },
		period: '2026-11',
		due,
		newest: newest && {
			...{ revision: 1, submittedBy: '', receivedAt: '', comment: null, state: 'submitted' },
			...{ householdSkills: {}, values: {} },
			...newest,
		},
		earlier: null,
		warnings: { history: [], peers: {} },
		log: {},
	};
}

const work = (reports: EntryReport[]): EntryWork => ({
	account: { id: 1, name: 'An' },
	catalogue: { indicators: [], totals: [] },
	forms: {},
	periods: [month],
	reports,
	leftOut: 0,
});

it('what is overdue, returned and still to come stand apart, each by deadline', () => {
	const left = dueReports(
		work([
			report('late-2', '2026-11-25T17:00:00Z', null),
			report('late-1', '2026-10-25T17:00:00Z', null),
			report('to-come', '2026-11-27T08:00:01Z', null),
			report('back', '2026-11-20T17:00:00Z', { state: 'returned', comment: 'Thiếu số hộ.' }),
			report('there', '2026-11-20T17:00:00Z', { state: 'submitted' }),
			report('done', '2026-11-20T17:00:00Z', { state: 'approved' }),
		]),
		now,
	);
	const codes = (list: typeof left.overdue) => list.map(({ unit }) => unit.code);
	expect(codes(left.overdue)).toEqual(['late-2', 'late-1']);
	expect(codes(left.upcoming)).toEqual(['to-come']);
	expect(codes(left.returned)).toEqual(['back']);
	expect(left.returned[0]?.comment).toBe('Thiếu số hộ.');
	expect(left.sent).toBe(2);
});

it('at the deadline’s instant a report is overdue', () => {
	const left = dueReports(work([report('now', now.toISOString(), null)]), now);
	expect(left.overdue).toHaveLength(1);
});
