import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase } from '../../../../tests/database';
import { among } from './among';
import { queryRows } from './client';

describeDatabase('a list of ids', (handle) => {
	it('may be longer than a statement has parameters', async () => {
		const ids = Array.from({ length: 70_000 }, (_, index) => index);
		const query = sql`select count(*)::int as found from generate_series(1, 100000) as number
			where ${among(sql`number`, ids)}`;
		expect(await queryRows(handle().database, query)).toEqual([{ found: 69_999 }]);
	});
});
