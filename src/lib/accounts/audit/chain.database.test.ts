import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, openTestDatabase, rolledBack } from '../../../../tests/database';
import { queryRows, type Database } from '../../server/db/client';
import { pruneAudit } from './prune-audit.server';
import { sealAudit } from './seal-audit.server';
import { verifyAudit } from './verify-audit.server';
import { writeAudit } from './audit.server';

async function write(database: Database, count: number): Promise<number[]> {
	for (let number = 1; number <= count; number += 1)
		await writeAudit(database, {
			...{ actor: null, action: 'unit.correct', subject: `unit:${number}` },
			details: { reason: 'Gõ nhầm', value: [1.5, null], after: { name: 'xã' } },
		});
	const rows = await queryRows<{ id: number }>(
		database,
		sql`select id::int as id from audit_log order by id desc limit ${count}`,
	);
	return rows.map(({ id }) => id).reverse();
}

/** As somebody does who holds the database itself. */
async function tamper(database: Database, ...statements: ReturnType<typeof sql>[]) {
	for (const table of ['audit_log', 'audit_seal'])
		await database.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
	for (const statement of statements) await database.execute(statement);
}

describeDatabase('the chain of the audit log', (handle) => {
	it('fits as it was written, says what isn’t sealed yet, and refuses changes', async () => {
		await rolledBack(handle(), async (database) => {
			await write(database, 3);
			expect(await verifyAudit(database)).toMatchObject({
				...{ fault: null, sealed: 0, head: '', unsealed: { count: 3 } },
			});
			expect(await sealAudit(database)).toBe(3);
			expect(await sealAudit(database)).toBe(0);
			await write(database, 1);
			const verdict = await verifyAudit(database);
			expect(verdict).toMatchObject({ fault: null, sealed: 3, pruned: 0, unsealed: { count: 1 } });
			await sealAudit(database);
			const next = await verifyAudit(database);
			expect(next).toMatchObject({ fault: null, sealed: 4, unsealed: { count: 0, since: null } });
			expect(next.head).not.toBe(verdict.head);
			await expect(database.execute(sql`delete from audit_seal`)).rejects.toThrow();
		});
	});

	it.each([
		['changed', (id: number) => [sql`update audit_log set subject = 'unit:9' where id = ${id}`]],
		[
			'changed',
			(id: number) => [
				sql`update audit_log set at = at - interval '1 microsecond' where id = ${id}`,
			],
		],
		['removed', (id: number) => [sql`delete from audit_log where id = ${id}`]],
		[
			'sealRemoved',
			(id: number) => [
				sql`delete from audit_log where id = ${id}`,
				sql`delete from audit_seal where entry_id = ${id}`,
			],
		],
		[
			'sealChanged',
			(id: number) => [sql`update audit_seal set entry_hash = 'x' where entry_id = ${id}`],
		],
		[
			'inserted',
			(id: number) => [
				sql`insert into audit_log (id, at, action, subject) overriding system value
					values (${id} + 100000, now() - interval '3 days', 'report.approve', 'report:1')`,
			],
		],
	] as const)('names the first row that doesn’t fit: %s', async (fault, statements) => {
		await rolledBack(handle(), async (database) => {
			const ids = await write(database, 5);
			await sealAudit(database);
			const [, , third = 0, fourth = 0] = ids;
			await tamper(database, ...statements(third));
			await sealAudit(database);
			const named = { sealRemoved: fourth, inserted: third + 100_000 };
			expect((await verifyAudit(database)).fault).toMatchObject({
				...{ fault, entryId: fault in named ? named[fault as keyof typeof named] : third },
			});
		});
	});

	it('still fits after the oldest rows are pruned with a reason, and names what was removed beyond', async () => {
		await rolledBack(handle(), async (database) => {
			await tamper(
				database,
				sql`insert into audit_log (at, action, subject) values ('2020-01-01', 'a', 'b'), ('2020-01-02', 'c', 'd')`,
			);
			await database.execute(sql`alter table audit_log enable trigger user`);
			const [kept = 0] = await write(database, 2);
			const reason = 'Quá thời hạn lưu giữ';
			expect(await pruneAudit(database, { before: '2021-01-01', reason })).toBe(2);
			await sealAudit(database);
			expect(await verifyAudit(database)).toMatchObject({ fault: null, sealed: 5, pruned: 2 });
			await expect(
				database.transaction((inner) => inner.execute(sql`delete from audit_log`)),
			).rejects.toThrow();
			await tamper(database, sql`delete from audit_log where id = ${kept}`);
			expect((await verifyAudit(database)).fault).toMatchObject({
				...{ fault: 'removed', entryId: kept },
			});
		});
	});
});

it('doesn’t fork when two nodes seal at once, nor miss what a long transaction commits late', async () => {
	const handle = await openTestDatabase('postgres');
	try {
		const { database } = handle;
		await database.transaction(async (long) => {
			await write(long, 1);
			await write(database, 50);
			const counts = await Promise.all([1, 2, 3].map(() => sealAudit(database)));
			expect(counts.toSorted((one, other) => one - other)).toEqual([0, 0, 50]);
		});
		await Promise.all([write(database, 20), sealAudit(database), sealAudit(database)]);
		await sealAudit(database);
		expect(await verifyAudit(database)).toMatchObject({
			...{ fault: null, sealed: 71, unsealed: { count: 0 } },
		});
	} finally {
		await handle.close();
	}
});
