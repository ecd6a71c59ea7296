import { vi } from '../../src/lib/messages/vi';
import { expect, test } from './fixtures';
import { communeOf, reporting } from './reporting';

test('a network that lets no WebSocket through is served by asking', async ({ page, browser }) => {
	const asked: string[] = [];
	await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
	page.on('request', (request) => {
		if (request.url().includes('/api/v1/changes')) asked.push(request.url());
	});
	await page.goto('/');
	const badge = page.getByRole('banner').getByRole('status');
	await expect(badge).toHaveText(vi.common.live.live, { timeout: 60_000 });

	const { snapshot, submit, approve } = await reporting(() => browser.newContext());
	const shown = await snapshot();
	const { number } = shown;
	const { code, register } = communeOf(shown, 'live');
	await approve(code, await submit(code, register - 7));
	// The next question but one begins after the approval.
	await expect
		.poll(() => Math.max(...asked.map((url) => Number(new URL(url).searchParams.get('after')))), {
			timeout: 20_000,
		})
		.toBeGreaterThan(number);
	await expect(badge).toHaveText(vi.common.live.live);
});
