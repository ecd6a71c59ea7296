import { expect, it } from 'vitest';
import { BadgeLimiter } from './badge-limiter.server';

it('lets a village look badges up, and stops who tries tokens out', async () => {
	const limiter = new BadgeLimiter();
	const allowed = await Promise.all(
		Array.from({ length: 61 }, () => limiter.allows('203.0.113.9')),
	);
	expect(allowed.filter(Boolean)).toHaveLength(60);
	expect(await limiter.allows('203.0.113.10')).toBe(true);
});
