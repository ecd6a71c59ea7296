import { expect, test } from './fixtures';

test('says that it is up and ready, and nothing else', async ({ request }) => {
	for (const path of ['/healthz', '/readyz']) {
		const answer = await request.get(path);
		expect([answer.status(), await answer.text()]).toEqual([200, 'ok']);
		expect(answer.headers()['cache-control']).toBe('no-store');
	}
});

test('a page that does not exist says so in the language of its address', async ({ page }) => {
	for (const [path, lang] of [
		['/khong-co', 'vi'],
		['/en/khong-co', 'en'],
	] as const) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
	}
});

test('every page refuses to be framed and runs only its own scripts', async ({ request }) => {
	const policy = (await request.get('/')).headers()['content-security-policy'] ?? '';
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'(;|$)/);
});

test('the built files never change under their name', async ({ page, request }) => {
	await page.goto('/');
	const style = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
	const answer = await request.get(new URL(style ?? '', page.url()).href);
	expect(answer.headers()['cache-control']).toContain('immutable');
});
