import { describe, expect, it } from 'vitest';
import type { Database } from './db/client';
import { keptUntilChange } from './kept-until-change';

/** Nothing of it is used: it stands for the one that is asked. */
const database = Object.create(null) as Database;
const now = new Date('2026-10-02T03:00:00Z');
const asked = (lastNumber: number, patience: number) => ({ lastNumber, now, patience });

/** Readings that end when the test says so. */
function readings() {
	const begun: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
	const read = () =>
		new Promise<string>((resolve, reject) => {
			begun.push({ resolve, reject });
		});
	return { begun, read };
}

describe('what is dear to read', () => {
	it('is read once while the number stands still', async () => {
		const ask = keptUntilChange<string>();
		const { begun, read } = readings();
		const both = [1, 2].map(() => ask(database, 'a', asked(1, Infinity), read));
		begun[0]?.resolve('first');
		expect(await Promise.all(both)).toMatchObject([{ value: 'first' }, { value: 'first' }]);
		expect(await ask(database, 'a', asked(1, Infinity), read)).toMatchObject({ number: 1 });
		expect(begun).toHaveLength(1);
	});

	it('is shown as it was, with its number, while it is read anew for whoever can’t wait', async () => {
		const ask = keptUntilChange<string>();
		const { begun, read } = readings();
		const first = ask(database, 'a', asked(1, 0), read);
		begun[0]?.resolve('first');
		await first;
		for (const number of [2, 3])
			expect(await ask(database, 'a', asked(number, 0), read)).toMatchObject({
				...{ number: 1, value: 'first' },
			});
		// However many changes come in, it is read once at a time.
		expect(begun).toHaveLength(2);
		const exact = ask(database, 'a', asked(3, Infinity), read);
		begun[1]?.resolve('second');
		await expect.poll(() => begun.length).toBe(3);
		begun[2]?.resolve('third');
		expect(await exact).toMatchObject({ number: 3, value: 'third' });
	});

	it('is given at once while nothing was approved, and read anew for whoever comes next', async () => {
		const ask = keptUntilChange<string>();
		const { begun, read } = readings();
		const first = ask(database, 'a', asked(1, 0), read);
		begun[0]?.resolve('first');
		await first;
		const later = (milliseconds: number, patience: number) => ({
			...{ lastNumber: 1, patience, now: new Date(now.getTime() + milliseconds) },
		});
		const longest = 2_147_483_647;
		expect(await ask(database, 'a', later(31_000, longest), read)).toMatchObject({
			value: 'first',
		});
		begun[1]?.resolve('second');
		await expect
			.poll(() => ask(database, 'a', later(31_000, longest), read))
			.toMatchObject({ value: 'second' });
		// After a night it is no longer shown.
		const next = ask(database, 'a', later(36_000_000, longest), read);
		begun[2]?.resolve('third');
		expect(await next).toMatchObject({ value: 'third' });
	});

	it('is read again after a failure, which only those hear of who wait', async () => {
		const ask = keptUntilChange<string>();
		const { begun, read } = readings();
		const failing = ask(database, 'a', asked(1, Infinity), read);
		begun[0]?.reject(new Error('cut off'));
		await expect(failing).rejects.toThrow('cut off');
		const again = ask(database, 'a', asked(1, Infinity), read);
		begun[1]?.resolve('now');
		expect(await again).toMatchObject({ value: 'now' });
	});
});
