import { expect, it } from 'vitest';
import type { SnapshotUnit } from '../../contracts/events';
import type { UnitRow } from '../explorer/rows';
import { countReportingTeams, notReported, recentApprovals } from './view';

function unitOf(id: number, reportsRequired = 3): SnapshotUnit {
	return {
		id,
		code: String(id),
		level: 'commune',
		kind: 'xa',
		name: `Xã ${id}`,
		parentId: 1,
		validFrom: '2020-01-01',
		validTo: null,
		register: 100,
		reportsRequired,
	};
}

function row(id: number, given: Partial<UnitRow>): UnitRow {
	return {
		unit: unitOf(id),
		reading: { kind: 'none' },
		timeliness: 'onTime',
		growth: null,
		rank: null,
		receivedAt: '2026-10-20T01:00:00Z',
		approvedAt: null,
		...given,
	};
}

const ids = (rows: readonly UnitRow[]) => rows.map(({ unit }) => unit.id);

it('lists the newest approvals first, by instant and not by how it is written', () => {
	const rows = [
		row(1, { approvedAt: '2026-10-21T08:00:00Z' }),
		row(2, { approvedAt: null }),
		row(3, { approvedAt: '2026-10-21T16:00:00+07:00' }),
		row(4, { approvedAt: '2026-10-20T23:00:00Z' }),
	];
	expect(ids(recentApprovals(rows, 2))).toEqual([3, 1]);
});

it('names those from which nothing has come, before and after the deadline, and no others', () => {
	const rows = [
		row(1, { timeliness: 'missing', receivedAt: null }),
		row(2, { timeliness: 'pending', receivedAt: null }),
		row(3, { timeliness: 'pending' }),
		row(4, { timeliness: 'late' }),
		row(5, { timeliness: 'notRequired', receivedAt: null }),
	];
	expect(ids(notReported(rows))).toEqual([1, 2]);
});

it("counts a commune's own report for all of its teams, and no team twice", () => {
	const status = (unitId: number, reports: number, ownReport = false) =>
		[
			unitId,
			{ unitId, reports, reportsOnTime: 0, ownReport, receivedAt: '2026-10-20T01:00:00Z' },
		] as const;
	const units = [unitOf(1), unitOf(2), unitOf(3), unitOf(4)];
	const statuses = new Map([status(1, 1, true), status(2, 2), status(3, 5)]);
	expect(countReportingTeams(units, statuses)).toBe(3 + 2 + 3 + 0);
});
