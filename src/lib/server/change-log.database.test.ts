import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, openTestDatabase, rolledBack } from '../../../tests/database';
import {
	appendChanges,
	changePosition,
	lockChanges,
	pruneChanges,
	readChanges,
} from './change-log';
import { changeLog } from './db/schema';

const structure = { type: 'structure' } as const;

describeDatabase('the change log', (handle) => {
	it('numbers entries without gaps, and a transaction that fails leaves none', () =>
		rolledBack(handle(), async (database) => {
			expect(await appendChanges(database, [structure, structure])).toBe(2);
			await expect(
				database.transaction(async (inner) => {
					await appendChanges(inner, [structure]);
					throw new Error('undone');
				}),
			).rejects.toThrow('undone');
			expect(await appendChanges(database, [structure])).toBe(3);
			const { changes, upTo } = await readChanges(database, 1, 10);
			expect(changes.map(({ number }) => number)).toEqual([2, 3]);
			expect(upTo).toBe(3);
		}));

	it('says when there is more, and where it ends', () =>
		rolledBack(handle(), async (database) => {
			await appendChanges(database, [structure, structure, structure]);
			expect(await readChanges(database, 0, 2)).toMatchObject({ upTo: 2, more: true });
			expect(await readChanges(database, 3, 2)).toMatchObject({
				upTo: 3,
				more: false,
				changes: [],
			});
		}));

	it('tells how far it was pruned', () =>
		rolledBack(handle(), async (database) => {
			await appendChanges(database, [structure, structure, structure]);
			await database.execute(
				sql`update change_log set at = now() - interval '4 days' where number < 3`,
			);
			await pruneChanges(database, new Date(Date.now() - 3 * 86_400_000));
			expect(await changePosition(database)).toEqual({ lastNumber: 3, prunedTo: 2 });
			expect(await database.$count(changeLog)).toBe(1);
		}));
});

it('gives numbers in commit order to writers that overlap', async () => {
	const handle = await openTestDatabase('postgres');
	const committed: number[] = [];
	await Promise.all(
		Array.from({ length: 8 }, () =>
			handle.database
				.transaction(async (transaction) => {
					await transaction.execute(sql`select txid_current()`);
					await lockChanges(transaction);
					return appendChanges(transaction, [structure]);
				})
				.then((number) => committed.push(number)),
		),
	);
	expect(committed).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	await handle.close();
});
