import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import type { Database } from '../server/db/client';
import { answerTicket } from './answer.server';
import { raiseTicket } from './raise.server';
import { readLedger } from './read-ledger.server';
import { countPublicTickets } from './read-public.server';
import { reopenTicket } from './reopen.server';
import { setTicketRule } from './rule.server';

const day = (number: number) => new Date(Date.UTC(2026, 9, number, 1));
const now = day(31);

describeDatabase('the ledger of difficulties', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const [slow, quick] = await Promise.all(
			province.communes.map(async ({ id, villages: [village] }, index) => {
				if (!village) throw new Error('a commune with a village');
				const leader = await makeAccount(database, `leader${index}`, 'reporter', village.id);
				return {
					id,
					leader,
					officer: await makeAccount(database, `officer${index}`, 'approver', id),
					raise: (at: Date) => {
						const asked = { unitId: village.id, kind: 'difficulty', category: 'wifi' };
						return raiseTicket(database, leader, { ...asked, text: 'Chưa có mạng.' }, at);
					},
				};
			}),
		);
		if (!slow || !quick) throw new Error('two communes');
		const administrator = await makeAccount(
			database,
			'admin',
			'administrator',
			province.provinceId,
		);
		// Nothing rises meanwhile.
		await setTicketRule(database, administrator, {
			unitId: province.provinceId,
			risesAfterDays: 60,
		});
		const read = (page: number, pageSize: number, scopeUnitIds = [province.provinceId]) =>
			readLedger(database, { scopeUnitIds, now, page, pageSize });
		return { ...province, slow, quick, read };
	};

	it('puts first who answers slowly, whoever asks, and what waits longest, on every page of it', () =>
		rolledBack(handle(), async (database) => {
			const { slow, quick, read } = await setUp(database);
			const [oldest, old] = [await slow.raise(day(1)), await slow.raise(day(11))];
			const took = await slow.raise(day(12));
			await answerTicket(database, slow.officer, took, { text: 'Đã lắp.' }, day(30));
			const newer = [await quick.raise(day(28)), await quick.raise(day(29))];
			const whole = await read(1, 9);
			expect(whole).toMatchObject({ page: 1, hasMore: false });
			expect(
				whole.ledger.map(({ at, waiting, answered, usualDays, tickets }) => [
					...[at.id, waiting, answered, usualDays],
					tickets.map(({ id }) => id),
				]),
			).toEqual([
				[slow.id, 2, 1, 20, [oldest, old, took]],
				[quick.id, 2, 0, 3, newer],
			]);
			const pages = [await read(1, 2), await read(2, 2), await read(3, 2)];
			expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
			expect(
				pages.map(({ ledger }) =>
					ledger.map(({ at, waiting, answered, tickets }) => [
						...[at.id, waiting + answered],
						tickets.map(({ id }) => id),
					]),
				),
			).toEqual([
				[[slow.id, 3, [oldest, old]]],
				[
					[slow.id, 3, [took]],
					[quick.id, 2, [newer[0]]],
				],
				[[quick.id, 2, [newer[1]]]],
			]);
		}));

	it('takes what was opened again for unanswered', () =>
		rolledBack(handle(), async (database) => {
			const { slow, provinceId, read } = await setUp(database);
			const id = await slow.raise(day(1));
			await slow.raise(day(2));
			const count = () => countPublicTickets(database, provinceId);
			await answerTicket(database, slow.officer, id, { text: 'Đã lắp.' }, day(3));
			expect(await count()).toEqual({ asked: 2, answered: 1 });
			await reopenTicket(database, slow.leader, id, { text: 'Vẫn chưa có.' }, day(4));
			expect(await count()).toEqual({ asked: 2, answered: 0 });
			expect((await read(1, 9)).ledger).toMatchObject([{ waiting: 2, answered: 0 }]);
		}));

	it('is of all that the site is about and once was', () =>
		rolledBack(handle(), async (database) => {
			const { slow, quick, read } = await setUp(database);
			await slow.raise(day(1));
			await quick.raise(day(2));
			const placesOf = async (ids: number[]) =>
				(await read(1, 9, ids)).ledger.map(({ at }) => at.id);
			expect(await placesOf([quick.id])).toEqual([quick.id]);
			expect(await placesOf([quick.id, slow.id])).toEqual([slow.id, quick.id]);
		}));

	it('is empty where nothing was asked', () =>
		rolledBack(handle(), async (database) => {
			const { read } = await setUp(database);
			const nothing = { ledger: [], page: 1, hasMore: false };
			expect(await read(1, 9)).toEqual(nothing);
			expect(await read(1, 9, [])).toEqual(nothing);
		}));
});
