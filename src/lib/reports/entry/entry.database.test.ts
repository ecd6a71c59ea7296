import { expect, it } from 'vitest';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import type { Database } from '../../server/db/client';
import { ForbiddenError } from '../../server/errors';
import { ensurePeriods } from '../periods/periods.server';
import { submitReports } from '../intake/submit.server';
import { readEntryWork } from './read-work.server';
import { receiveEntry } from './receive-entry.server';

const now = new Date('2026-11-20T03:00:00Z');
const clientId = '7b0c8f0a-6f5e-4bd0-8a5e-6a0f6f7f8a11';

async function village(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 7 });
	await ensurePeriods(database, ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12']);
	const [commune] = province.communes;
	const own = commune?.villages[0];
	if (!commune || !own) throw new Error('The province has villages.');
	const leader = await makeAccount(database, 'leader', 'reporter', own.id);
	const officer = await makeAccount(database, 'officer', 'reporter', commune.id);
	return { province, commune, own, leader, officer };
}

describeDatabase('the phone', (database) => {
	it('carries the reports that its account may enter, of the months that are open', async () => {
		await rolledBack(database(), async (transaction) => {
			const { own, leader, officer, province } = await village(transaction);
			const reporter = province.reporter;
			const before = [
				...(province.communes[0]?.villages ?? []).map(({ code }, index) =>
					reportOf(code, '2026-10', 40 + index, 100),
				),
				reportOf(own.code, '2026-09', 31, 100),
			];
			await submitReports(transaction, reporter, before, { channel: 'api', now });
			const work = await readEntryWork(transaction, leader, { locale: 'vi', now });
			expect(work.account).toEqual({ id: leader.accountId, name: 'leader' });
			expect(work.periods.map(({ code }) => code)).toEqual(['2026-11', '2026-10']);
			expect(
				work.reports.map(({ unit, period, newest }) => [unit.code, period, newest?.revision]),
			).toEqual([
				[own.code, '2026-11', undefined],
				[own.code, '2026-10', 1],
			]);
			const [november] = work.reports;
			expect(november?.earlier).toMatchObject({
				period: '2026-10',
				householdSkills: { households: 100, allFive: 40 },
			});
			expect(
				november?.warnings.history.map((figures) => figures['householdSkills.allFive']),
			).toEqual([40, 31]);
			expect(november?.warnings.peers['householdSkills.allFive']).toEqual({
				median: 0.43,
				spread: 0.02,
				units: 7,
			});
			expect(work.leftOut).toBe(0);

			const officers = await readEntryWork(transaction, officer, { locale: 'en', now });
			expect(officers.reports).toHaveLength(2 * 8);
			expect(officers.catalogue.indicators[0]?.name).toMatch(/^[\x20-\x7e]+$/);
		});
	});

	it('carries nothing for who may not report', async () => {
		await rolledBack(database(), async (transaction) => {
			const { province } = await village(transaction);
			const work = await readEntryWork(transaction, province.approver, { locale: 'vi', now });
			expect(work.reports).toEqual([]);
		});
	});

	it('says the same again when it sends the same again', async () => {
		await rolledBack(database(), async (transaction) => {
			const { own, leader } = await village(transaction);
			const report = { ...reportOf(own.code, '2026-11', 40, 100), basedOn: 0, clientId };
			const sent = { owner: leader.accountId, report };
			const first = await receiveEntry(transaction, leader, sent, now);
			expect(first).toEqual({
				status: 'accepted',
				revision: 1,
				receivedAt: '2026-11-20T03:00:00Z',
			});
			const later = new Date('2026-11-21T03:00:00Z');
			expect(await receiveEntry(transaction, leader, sent, later)).toEqual(first);
		});
	});

	it('shows what is newer than what the entry was based on', async () => {
		await rolledBack(database(), async (transaction) => {
			const { own, leader, officer } = await village(transaction);
			const newer = reportOf(own.code, '2026-11', 45, 100);
			await submitReports(transaction, officer, [newer], { channel: 'form', now });
			const report = { ...reportOf(own.code, '2026-11', 40, 100), basedOn: 0, clientId };
			const answer = await receiveEntry(
				transaction,
				leader,
				{ owner: leader.accountId, report },
				now,
			);
			expect(answer).toMatchObject({
				status: 'rejected',
				problems: [{ field: 'report', rule: 'newerRevision' }],
				newest: { revision: 1, submittedBy: 'officer', householdSkills: { allFive: 45 } },
			});
		});
	});

	it("doesn't send one account's report under another's name, nor tells of units out of reach", async () => {
		await rolledBack(database(), async (transaction) => {
			const { own, leader, officer, province } = await village(transaction);
			const report = reportOf(own.code, '2026-11', 40, 100);
			await expect(
				receiveEntry(transaction, officer, { owner: leader.accountId, report }, now),
			).rejects.toThrow(ForbiddenError);
			const foreign = province.communes[1]?.villages[0]?.code ?? '';
			const reported = reportOf(foreign, '2026-11', 40, 100);
			await submitReports(transaction, province.reporter, [reported], { channel: 'api', now });
			expect(
				await receiveEntry(transaction, leader, { owner: leader.accountId, report: reported }, now),
			).toMatchObject({ problems: [{ rule: 'notYourUnit' }], newest: null });
		});
	});
});
