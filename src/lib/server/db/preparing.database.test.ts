import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../tests/database';
import { queryRows, type Database, type DatabaseHandle } from './client';

describe('a transaction within a transaction', () => {
	let handle: DatabaseHandle;
	beforeAll(async () => {
		handle = await openTestDatabase('postgres');
	});
	afterAll(() => handle.close());

	const write = (database: Database, number: number) =>
		database.execute(sql`insert into written values (${number})`);

	it('leaves nothing open behind it, whether it was done or undone', async () => {
		const inner = (outer: Database, number: number) =>
			outer.transaction(async (own) => {
				await write(own, number);
				if (number === 2) throw new Error('not this one');
			});
		const done = handle.database.transaction(async (outer) => {
			await outer.execute(sql`create temporary table written (number integer)`);
			await inner(outer, 1);
			await expect(inner(outer, 2)).rejects.toThrow('not this one');
			await inner(outer, 3);
			const rows = await queryRows(outer, sql`select number from written order by number`);
			expect(rows).toEqual([{ number: 1 }, { number: 3 }]);
			// The client's own first one: what lies open is found by its name.
			await outer.execute(sql`release savepoint s0`);
		});
		await expect(done).rejects.toMatchObject({ cause: { code: '3B001' } });
	});
});
