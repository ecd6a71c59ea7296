import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { reportRevision } from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { receiveDecision, receiveDecisions, receiveReports } from './api.server';

const now = new Date('2026-10-20T03:00:00Z');

describeDatabase('the reports API', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const { reporter, approver, communes } = await makeProvince(database, {
			communes: 1,
			villages: 2,
		});
		const [first = '', second = ''] = (communes[0]?.villages ?? []).map(({ code }) => code);
		const send = (body: unknown, key: string | null = null) =>
			receiveReports(database, reporter, JSON.stringify(body), key, now);
		const decide = (body: unknown, unit = first) =>
			receiveDecision(database, approver, { unit, period: '2026-10' }, JSON.stringify(body), now);
		return { database, reporter, approver, first, second, send, decide };
	};

	it('answers one report with 201 or 422 and a batch with a result for each', () =>
		rolledBack(handle(), async (database) => {
			const { send, first, second } = await setUp(database);
			expect(await send(reportOf(first, '2026-10', 10, 50))).toMatchObject({
				status: 201,
				body: { status: 'accepted', revision: 1 },
			});
			const tooMany = reportOf(second, '2026-10', 10, 50);
			tooMany.householdSkills.vneid = 60;
			expect(await send(tooMany)).toMatchObject({
				status: 422,
				body: { problems: [{ rule: 'atMostHouseholds', numbers: { value: 60, limit: 50 } }] },
			});
			expect(
				await send([reportOf(first, '2026-10', 11, 50), reportOf(second, '2026-10', 60, 50)]),
			).toMatchObject({ status: 200, body: { accepted: 1, rejected: 1 } });
		}));

	it('answers a repeated Idempotency-Key with the first answer and stores nothing again', () =>
		rolledBack(handle(), async (database) => {
			const { send, first } = await setUp(database);
			const body = reportOf(first, '2026-10', 10, 50);
			const answer = await send(body, 'key-1');
			expect(await send(body, 'key-1')).toEqual(answer);
			expect(await database.$count(reportRevision)).toBe(1);
			await expect(send(reportOf(first, '2026-10', 11, 50), 'key-1')).rejects.toThrow(
				ConflictError,
			);
			expect(await send(body, 'key-2')).toMatchObject({ body: { revision: 2 } });
		}));

	it.each([
		['not JSON', '{"unit":'],
		['an empty batch', '[]'],
		['a batch of 1,001', JSON.stringify(Array.from({ length: 1001 }, () => ({})))],
	])('refuses %s as a whole', (_, text) =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			await expect(receiveReports(database, reporter, text, null, now)).rejects.toThrow(
				InvalidError,
			);
		}),
	);

	it('a report whose text is none is refused alone', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, first } = await setUp(database);
			const sound = reportOf(first, '2026-10', 10, 50);
			const odd = { ...sound, period: '2026-09', note: 'a\0b' };
			for (const unsound of [
				odd,
				{ ...sound, unit: `${first}\ufffe` },
				{ ...sound, period: '\ud800' },
			])
				expect(
					await receiveReports(database, reporter, JSON.stringify([unsound, sound]), null, now),
				).toMatchObject({ status: 200, body: { accepted: 1, rejected: 1 } });
		}));

	it('maps what stands against a decision to typed errors', () =>
		rolledBack(handle(), async (database) => {
			const { send, decide, first, reporter } = await setUp(database);
			await expect(decide({ decision: 'approve', revision: 1 })).rejects.toThrow(NotFoundError);
			await send(reportOf(first, '2026-10', 10, 50));
			await expect(decide({ decision: 'return', revision: 1 })).rejects.toThrow(InvalidError);
			await expect(decide({ decision: 'approve', revision: 7 })).rejects.toThrow(ConflictError);
			await expect(
				receiveDecision(
					database,
					reporter,
					{ unit: first, period: '2026-10' },
					'{"decision":"approve","revision":1}',
					now,
				),
			).rejects.toThrow(ForbiddenError);
			expect(await decide({ decision: 'approve', revision: 1 })).toMatchObject({ status: 200 });
			await expect(decide({ decision: 'approve', revision: 1 })).rejects.toThrow(ConflictError);
		}));

	it('decides on many reports in one request, each by itself', () =>
		rolledBack(handle(), async (database) => {
			const { send, first, second, reporter, approver } = await setUp(database);
			await send(reportOf(first, '2026-10', 10, 50));
			await send(reportOf(second, '2026-10', 10, 50));
			const of = (unit: string, given: object) => ({
				unit,
				period: '2026-10',
				revision: 1,
				...given,
			});
			const post = (decisions: unknown, actor = approver) =>
				receiveDecisions(database, actor, JSON.stringify(decisions), now);
			const approve = of(first, { decision: 'approve' });
			const sendBack = of(second, { decision: 'return', comment: 'xem lại số hộ' });
			for (const broken of [[], approve, [approve, of(second, { decision: 'return' })]])
				await expect(post(broken)).rejects.toThrow(InvalidError);
			expect(await post([approve], reporter)).toMatchObject({
				body: { done: 0, refused: 1, results: [{ reason: 'notYourUnit' }] },
			});
			expect(await post([approve, sendBack, approve])).toEqual({
				status: 200,
				body: {
					...{ done: 2, refused: 1 },
					results: [
						{ status: 'done', unit: first, period: '2026-10' },
						{ status: 'done', unit: second, period: '2026-10' },
						{ status: 'refused', unit: first, period: '2026-10', reason: 'alreadyDecided' },
					],
				},
			});
		}));
});
