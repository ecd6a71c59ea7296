import { expect, it } from 'vitest';
import { answerReading } from './open-reading';

const tag = '"2026-10-7"';
const opened = {
	...{ tag, headers: { 'content-type': 'text/csv' } },
	read: () => Promise.resolve(new TextEncoder().encode('a,b\r\n')),
};
const ask = (address: string, headers: Record<string, string> = {}) =>
	answerReading(
		{ request: new Request('http://localhost/', { headers }), address, pace: 'files' },
		() => Promise.resolve(opened),
	);

it('lets every page read, and says how much it is', async () => {
	const answer = await ask('192.0.2.1');
	expect(answer.status).toBe(200);
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		...{ 'access-control-allow-origin': '*', etag: tag, 'content-length': '5' },
	});
});

it.each([tag, `W/${tag}`, `"other", ${tag}`])('sends nothing to whoever has %s', async (given) => {
	const answer = await ask('192.0.2.2', { 'if-none-match': given });
	expect(answer.status).toBe(304);
	expect(await answer.text()).toBe('');
});

it('asks who reads without end to wait, and nobody else', async () => {
	for (let count = 0; count < 300; count += 1) await ask('192.0.2.3');
	const answer = await ask('192.0.2.3');
	expect(answer.status).toBe(429);
	expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(answer.headers.get('access-control-allow-origin')).toBe('*');
	expect((await ask('192.0.2.4')).status).toBe(200);
});
