import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import { describeIndicator } from '../../indicators/describe.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { readIndicatorFigures } from './read-figures.server';

/** In the days in which October 2026 is the newest month that is due. */
const now = new Date('2026-11-02T03:00:00Z');

describeDatabase('what is public of an indicator', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 3, villages: 1 });
		const [first, second, third] = province.communes.map(({ code }) => code);
		if (!first || !second || !third) throw new Error('three communes');
		type Sent = { able: number; period?: string; sessions?: number; isApproved?: boolean };
		const reportBy =
			({ reporter, approver }: Record<'reporter' | 'approver', Actor>) =>
			async (unit: string, { able, period = '2026-10', sessions = 0, isApproved = true }: Sent) => {
				const values = [{ indicator: 'outreachSessions', value: sessions }];
				const input = { ...reportOf(unit, period, able, 100), values };
				const sentAt = new Date(`${period}-20T03:00:00Z`);
				const [sent] = await submitReports(database, reporter, [input], {
					...{ channel: 'api', now: sentAt },
				});
				expect(sent).toMatchObject({ status: 'accepted' });
				const decision = { unit, period, decision: 'approve', revision: 1, comment: '' } as const;
				if (isApproved) await decideReports(database, approver, [decision], sentAt);
			};
		const read = async (code: string, periodCode?: string) => {
			const indicator = describeIndicator(code, 'vi');
			if (!indicator) throw new Error(`There is no indicator ${code}.`);
			return readIndicatorFigures(database, indicator, { homeCode: '98', periodCode, now });
		};
		return { ...province, first, second, third, report: reportBy(province), reportBy, read };
	};
	type Read = Awaited<ReturnType<typeof readIndicatorFigures>>;
	const rowsOf = (figures: Read) =>
		Object.fromEntries((figures?.rows ?? []).map(({ unit, figure }) => [unit.code, figure]));
	/** The line, without the months that have nothing. */
	const lineOf = (figures: Read) =>
		(figures?.trend ?? []).flatMap(({ month, figure }) =>
			figure.kind === 'none' ? [] : [[month, figure] as const],
		);

	it('is of households as they were published: approved, and small counts hidden', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, third, report, read } = await setUp(database);
			await database.update(adminUnit).set({ name: 'Ông Đình' }).where(eq(adminUnit.code, third));
			await report(first, { able: 50, period: '2026-08' });
			await report(first, { able: 60 });
			await report(second, { able: 2 });
			await report(third, { able: 90, isApproved: false });
			const shares = await read('allFiveShare');
			// By name, as one looks for one's own.
			expect(shares?.rows.map(({ unit }) => unit.code)).toEqual([third, first, second]);
			expect(shares).toMatchObject({ period: '2026-10', since: '2026-08' });
			expect(rowsOf(shares)).toEqual({
				[first]: { kind: 'share', share: 0.6, able: 60, base: 100 },
				[second]: { kind: 'hidden' },
				[third]: { kind: 'none' },
			});
			// The sum is without what is hidden.
			expect(lineOf(shares)).toEqual([
				['2026-08', { kind: 'share', share: 0.5, able: 50, base: 100 }],
				['2026-10', { kind: 'share', share: 0.6, able: 60, base: 100 }],
			]);
			expect(shares?.trend.at(-1)?.month).toBe('2026-10');
			const counts = await read('allFiveHouseholds');
			expect(rowsOf(counts)[first]).toEqual({ kind: 'count', count: 60 });
			const august = await read('allFiveShare', '2026-08');
			expect(rowsOf(august)[first]).toMatchObject({ share: 0.5 });
			expect(lineOf(august).map(([month]) => month)).toEqual(['2026-08']);
		}));

	it('is of things as they were approved in the month, and of the place alone', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, third, report, reportBy, read } = await setUp(database);
			const elsewhere = await makeProvince(database, { communes: 1, villages: 1, code: '97' });
			await reportBy(elsewhere)('97000', { able: 50, period: '2026-06', sessions: 40 });
			await report(first, { able: 50, period: '2026-08', sessions: 3 });
			await report(first, { able: 60, sessions: 7 });
			await report(second, { able: 60, sessions: 5, isApproved: false });
			const sessions = await read('outreachSessions');
			expect(sessions).toMatchObject({ period: '2026-10', since: '2026-08' });
			expect(rowsOf(sessions)).toEqual({
				[first]: { kind: 'count', count: 7 },
				[second]: { kind: 'none' },
				[third]: { kind: 'none' },
			});
			expect(lineOf(sessions)).toEqual([
				['2026-08', { kind: 'count', count: 3 }],
				['2026-10', { kind: 'count', count: 7 }],
			]);
		}));

	it('is nothing for what counts people, and since never without an approval', () =>
		rolledBack(handle(), async (database) => {
			const { first, report, read } = await setUp(database);
			await report(first, { able: 60, sessions: 7, isApproved: false });
			expect(await read('outreachAttendance')).toBeNull();
			expect(await read('allFiveShare')).toMatchObject({ since: null });
			expect(await read('outreachSessions')).toMatchObject({ since: null });
		}));
});
