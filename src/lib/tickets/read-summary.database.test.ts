import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import type { Database } from '../server/db/client';
import { answerTicket } from './answer.server';
import { closeTicket } from './close.server';
import { raiseTicket } from './raise.server';
import { readTicketSummary } from './read-summary.server';
import { reopenTicket } from './reopen.server';

/** Local time. */
const moment = (text: string) => new Date(`${text}+07:00`);
const secret = 'Ông Bưởi ở cuối thôn chưa có điện thoại.';

describeDatabase('difficulties on the wall', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const [first, second] = province.communes;
		const village = first?.villages[0];
		if (!first || !second || !village) throw new Error('two communes with a village');
		const leader = await makeAccount(database, 'leader', 'reporter', village.id);
		const officer = await makeAccount(database, 'officer', 'approver', first.id);
		const raise = (at: string, { unitId = village.id, category = 'wifi', by = leader } = {}) =>
			raiseTicket(database, by, { unitId, kind: 'difficulty', category, text: secret }, moment(at));
		const answer = (id: number, at: string, by = officer) =>
			answerTicket(database, by, id, { text: secret }, moment(at));
		const close = (id: number, at: string) =>
			closeTicket(database, leader, id, { text: '' }, moment(at));
		const reopen = (id: number, at: string) =>
			reopenTicket(database, leader, id, { text: secret }, moment(at));
		const read = (at: string, scopeUnitId = province.provinceId) =>
			readTicketSummary(database, scopeUnitId, moment(at));
		return { ...province, first, second, village, raise, answer, close, reopen, read };
	};

	it('are counted open until answered or closed, and again once reopened', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, reporter, raise, answer, close, reopen, read } = await setUp(database);
			const elsewhere = await makeProvince(database, { communes: 1, villages: 0, code: '97' });
			const there = elsewhere.communes[0]?.id ?? 0;
			await raise('2026-11-02T08:00:00', { unitId: there, by: elsewhere.reporter });
			const one = await raise('2026-11-02T08:00:00');
			const two = await raise('2026-11-02T09:00:00', { category: 'funding' });
			await raise('2026-11-02T10:00:00', { unitId: second.id, by: reporter });
			await answer(one, '2026-11-03T08:00:00');
			await close(two, '2026-11-03T09:00:00');
			await reopen(one, '2026-11-04T08:00:00');
			const open = async (at: string, scopeUnitId?: number) => {
				const { open, categories } = await read(at, scopeUnitId);
				return [open, ...categories.map((each) => `${each.category} ${each.open}`)];
			};
			expect(await open('2026-11-02T07:59:59')).toEqual([0]);
			expect(await open('2026-11-02T08:00:00')).toEqual([1, 'wifi 1']);
			expect(await open('2026-11-02T10:00:00')).toEqual([3, 'wifi 2', 'funding 1']);
			expect(await open('2026-11-03T08:00:00')).toEqual([2, 'funding 1', 'wifi 1']);
			expect(await open('2026-11-03T09:00:00')).toEqual([1, 'wifi 1']);
			expect(await open('2026-11-04T08:00:00')).toEqual([2, 'wifi 2']);
			expect(await open('2026-11-04T08:00:00', first.id)).toEqual([1, 'wifi 1']);
		}));

	it('are answered and raised today and in the six days before, as days are counted here', () =>
		rolledBack(handle(), async (database) => {
			const { raise, answer, reopen, close, read } = await setUp(database);
			const [one, two, three] = [
				await raise('2026-11-01T23:59:59'),
				await raise('2026-11-02T00:00:00'),
				await raise('2026-11-02T06:59:59'),
			];
			const week = async (at: string) => {
				const { answered, raised } = await read(at);
				return { answered, raised };
			};
			// Seven days from Monday 2/11 are over at midnight, when Sunday ends here.
			expect(await week('2026-11-08T23:59:59')).toEqual({ answered: 0, raised: 2 });
			expect(await week('2026-11-09T00:00:00')).toEqual({ answered: 0, raised: 0 });
			await answer(one, '2026-11-10T23:59:59');
			await answer(two, '2026-11-11T00:00:00');
			// Answered twice is one that was answered; closed without an answer is none.
			await reopen(two, '2026-11-12T08:00:00');
			await answer(two, '2026-11-13T08:00:00');
			await close(three, '2026-11-13T09:00:00');
			expect((await week('2026-11-10T23:59:58')).answered).toBe(0);
			expect((await week('2026-11-16T23:59:59')).answered).toBe(2);
			expect((await week('2026-11-17T00:00:00')).answered).toBe(1);
			expect((await week('2026-11-20T00:00:00')).answered).toBe(0);
		}));

	it('are named by how long they wait, with place and level, and no word of them', () =>
		rolledBack(handle(), async (database) => {
			const { second, reporter, approver, raise, answer, reopen, read } = await setUp(database);
			const ids: number[] = [];
			for (const day of [3, 4, 5, 6, 7, 8, 9]) ids.push(await raise(`2026-11-0${day}T08:00:00`));
			const [oldest = 0, answered = 0] = ids;
			const own = await raise('2026-11-02T08:00:00', { unitId: second.id, by: reporter });
			await answer(answered, '2026-11-04T09:00:00');
			await answer(oldest, '2026-11-05T09:00:00', approver);
			await reopen(oldest, '2026-11-05T10:00:00');
			const summary = await read('2026-11-09T09:00:00');
			const [three, four, five, six, seven] = ids.slice(2);
			// Reopened, it waits anew.
			expect(summary.oldest.map(({ id }) => id)).toEqual([own, three, oldest, four, five, six]);
			expect(seven).toBeDefined();
			const province = { kind: 'tinh', name: 'Thử Nghiệm' };
			expect(summary.oldest[0]).toEqual({
				...{ id: own, category: 'wifi', kind: 'xa', name: 'Xã 1', at: province },
				since: '2026-11-02T01:00:00Z',
			});
			// A village is named by its commune.
			expect(summary.oldest[1]).toMatchObject({
				...{ kind: 'xa', name: 'Xã 0', at: { kind: 'xa', name: 'Xã 0' } },
			});
			expect(JSON.stringify(summary)).not.toContain('Bưởi');
		}));

	it('stood at every instant of the past where they were seen then', () =>
		rolledBack(handle(), async (database) => {
			const { approver, raise, answer, close, reopen, read } = await setUp(database);
			let id = 0;
			const steps: [at: string, (at: string) => Promise<unknown>][] = [
				['2026-11-02T08:00:00', async (at) => (id = await raise(at))],
				['2026-11-09T08:00:00', () => Promise.resolve()],
				['2026-11-10T08:00:00', (at) => answer(id, at, approver)],
				['2026-11-12T08:00:00', (at) => reopen(id, at)],
				['2026-11-13T08:00:00', (at) => close(id, at)],
				['2026-11-14T08:00:00', (at) => reopen(id, at)],
				['2026-11-15T08:00:00', (at) => raise(at)],
			];
			const shown: { at: string; live: Awaited<ReturnType<typeof read>> }[] = [];
			for (const [at, step] of steps) {
				await step(at);
				shown.push({ at, live: await read(at) });
			}
			expect(shown.map(({ live }) => live.oldest[0]?.at.kind)).toEqual([
				...['xa', 'tinh', undefined, 'tinh', undefined, 'tinh', 'tinh'],
			]);
			for (const { at, live } of shown) expect(await read(at)).toEqual(live);
		}));
});
