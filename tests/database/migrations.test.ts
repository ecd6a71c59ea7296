import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readSettingHistory } from '../../src/lib/awards/season/read-settings.server';
import { usualSettings } from '../../src/lib/contracts/awards/seasons';
import { queryRows } from '../../src/lib/server/db/client';
import { auditLog } from '../../src/lib/server/db/schema';
import { describeDatabase, rolledBack } from '.';
import { makeSeason } from './award-season';

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

	it('give seasons that stand the limits that were numbers in code, under their own paper', () =>
		rolledBack(handle(), async (database) => {
			const { seasonId } = await makeSeason(database);
			const added = sql`season_id = ${seasonId} and (key in ('confidence', 'peerCount') or key like 'flag%')`;
			await database.execute(sql`delete from award_setting where ${added}`);
			await database.execute(sql.raw(readFileSync('drizzle/0053_award-limits.sql', 'utf8')));
			const history = await readSettingHistory(database, seasonId);
			const values = Object.fromEntries(history.map(({ key, value }) => [key, value]));
			expect(values).toMatchObject(usualSettings);
			expect(new Set(history.map(({ basis }) => basis)).size).toBe(1);
		}));

	it('index the moments of changes, which are looked for while all writers wait', async () => {
		const indexes = await queryRows<{ definition: string }>(
			handle().database,
			sql`select indexdef as definition from pg_indexes where tablename = 'change_log'`,
		);
		expect(indexes.filter(({ definition }) => definition.endsWith('btree (at)'))).toHaveLength(1);
	});

	it('can be run again', async () => {
		await handle().migrate();
	});
});
