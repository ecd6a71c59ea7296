import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { indicator } from '../server/db/schema';
import { catalogue } from './catalogue';
import { syncCatalogue } from './sync.server';

describeDatabase('the stored catalogue', (handle) => {
	it('is there from the start', async () => {
		expect(await handle().database.$count(indicator)).toBe(catalogue.length);
	});

	it('follows the program and keeps what the program no longer knows', async () => {
		await rolledBack(handle(), async (database) => {
			const [first] = await database.select().from(indicator).where(eq(indicator.code, 'members'));
			if (!first) throw new Error('The catalogue has no members.');
			await database.insert(indicator).values({ ...first, code: 'formerIndicator' });
			await database
				.update(indicator)
				.set({ nameVi: 'cũ', timeRule: 'sumOfMonths' })
				.where(eq(indicator.code, 'members'));
			await syncCatalogue(database);
			const [again] = await database.select().from(indicator).where(eq(indicator.code, 'members'));
			expect(again).toEqual(first);
			expect(await database.$count(indicator)).toBe(catalogue.length + 1);
		});
	});
});
