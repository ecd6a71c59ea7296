import { afterAll, expect, it, vi } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince } from '../../../../tests/database/province';
import { readRulesInForce } from '$lib/reports/periods/deadline-versions.server';
import type { Database } from '$lib/server/db/client';
import { deadlineVersion } from '$lib/server/db/schema';
import { load } from './[chapter]/+page.server';

// Other tests share what is loaded: for these it is loaded anew.
vi.hoisted(() => vi.resetModules());
vi.mock('$lib/server/app', () => ({
	app: () => ({ config: { homeUnit: '98', demo: false } }),
}));
afterAll(() => {
	vi.doUnmock('$lib/server/app');
	vi.resetModules();
});

describeDatabase('the chapter on small numbers', (handle) => {
	it('states the range that is in force, not one of another day', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId } = await makeProvince(database, { communes: 1, villages: 0 });
			const rules = await readRulesInForce(database, provinceId, '2020-01-01');
			const stated = async (): Promise<number> => {
				const locals = { handle: { ...handle(), database }, locale: 'vi', actor: null };
				const event = { locals, params: { chapter: 'privacy' } };
				const data = await load(event as unknown as Parameters<typeof load>[0]);
				return (data as { smallestRange: number }).smallestRange;
			};
			expect(await stated()).toBe(5);
			await ask(database, { ...rules, unitId: provinceId, smallestRange: 12 }, '2021-01-01');
			await ask(database, { ...rules, unitId: provinceId, smallestRange: 30 }, '2999-01-01');
			expect(await stated()).toBe(12);
		}));
});

type Rules = Omit<typeof deadlineVersion.$inferInsert, 'validFrom'>;

async function ask(database: Database, rules: Rules, validFrom: string) {
	const { unitId, clause, dueDays, returnGraceDays, smallestRange } = rules;
	const { remindDaysBefore, remindDaysAfter, escalateAfterDays } = rules;
	await database.insert(deadlineVersion).values({
		...{ unitId, clause, dueDays, returnGraceDays, smallestRange, validFrom },
		...{ remindDaysBefore, remindDaysAfter, escalateAfterDays },
	});
}
