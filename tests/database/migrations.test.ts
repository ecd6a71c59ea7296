import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { queryRows } from '../../src/lib/server/db/client';
import { auditLog } from '../../src/lib/server/db/schema';
import { describeDatabase } from '.';

describeDatabase('migrations', (handle) => {
	it('start change numbers at 0', async () => {
		const rows = await queryRows(
			handle().database,
			sql`select last_number::int as number from change_counter`,
		);
		expect(rows).toEqual([{ number: 0 }]);
	});

	it.each(["update audit_log set action = 'x'", 'delete from audit_log', 'truncate audit_log'])(
		'refuse to rewrite history: %s',
		async (statement) => {
			await handle().database.insert(auditLog).values({ action: 'test', subject: 'test' });
			await expect(handle().database.execute(sql.raw(statement))).rejects.toMatchObject({
				cause: { message: 'audit_log is append-only' },
			});
		},
	);

	it('can be run again', async () => {
		await handle().migrate();
	});
});
