import { expect, it } from 'vitest';
import type { Database } from './db/client';
import { perDatabase } from './db/per-database';
import { MostRecent } from './most-recent';

it('keeps so many as it is told to, those that were kept last', () => {
	const kept = new MostRecent<number>(2);
	for (const [key, value] of Object.entries({ a: 1, b: 2 })) kept.keep(key, value);
	kept.keep('a', 3);
	kept.keep('c', 4);
	expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([3, undefined, 4]);
});

it('forgets what failed, and not what has taken its place', async () => {
	const kept = new MostRecent<Promise<string>>(2);
	const fails = Promise.reject(new Error('away'));
	kept.keep('a', fails, fails);
	const later = Promise.reject(new Error('away'));
	kept.keep('b', later, later);
	const works = Promise.resolve('there');
	kept.keep('b', works, works);
	await Promise.allSettled([fails, later]);
	expect([kept.get('a'), await kept.get('b')]).toEqual([undefined, 'there']);
});

it('has what is kept of one database apart from what is kept of another', () => {
	const [one, other] = [Object.create(null) as Database, Object.create(null) as Database];
	const keptOf = perDatabase(() => new MostRecent<number>(2));
	keptOf(one).keep('a', 1);
	expect([keptOf(one).get('a'), keptOf(other).get('a')]).toEqual([1, undefined]);
});
