import type { Page } from '@playwright/test';

export async function someCommune(page: Page): Promise<string> {
	await page.goto('/');
	const link = page.locator('a[href^="/xa/"]').first();
	return (await link.getAttribute('href')) ?? '';
}

export async function someComparison(page: Page): Promise<string> {
	const code = /\d+/.exec(await someCommune(page))?.[0] ?? '';
	await page.goto(`/so-sanh?xa=${code}`);
	const [one, other] = await page.locator('#add ~ ul a').all();
	const codes = [one, other].map(async (link) => (await link?.getAttribute('href')) ?? '');
	const others = (await Promise.all(codes)).map((href) => /\d+$/.exec(href)?.[0] ?? '');
	return `/so-sanh?${[code, ...others].map((each) => `xa=${each}`).join('&')}`;
}

/** The first entry of a list. */
export async function firstOf(page: Page, list: string): Promise<string> {
	await page.goto(list);
	const link = page.locator(`main li a[href^="${list}/"]`).first();
	return (await link.getAttribute('href')) ?? '';
}

export async function reportOfProvince(page: Page): Promise<string> {
	await page.goto('/bao-cao/tinh-hinh-nop');
	const link = page.locator('main a[href^="/bao-cao/99/"]').first();
	return (await link.getAttribute('href')) ?? '';
}

/** One that waits for a decision of whoever looks. */
export async function someReport(page: Page): Promise<string> {
	await page.goto('/bao-cao');
	const link = page.locator('main tr:has(input[name=report]) a[href^="/bao-cao/"]').first();
	return (await link.getAttribute('href')) ?? '';
}

export async function someTeam(page: Page): Promise<string> {
	await page.goto('/to-cong-nghe-so?cap=thon&loai=cnscd');
	// Not one of the first, which other tests merge.
	const link = page.locator('tbody a[href^="/to-cong-nghe-so/"]').nth(10);
	return (await link.getAttribute('href')) ?? '';
}

export async function someMember(page: Page): Promise<string> {
	await page.goto(await someTeam(page));
	const link = page.locator('a[href*="/thanh-vien/"]:not([href$="/them"])').first();
	return (await link.getAttribute('href')) ?? '';
}

export async function placeWithoutTeam(page: Page): Promise<string> {
	await page.goto('/to-cong-nghe-so?xem=chua-co-to');
	const link = page.locator('tbody a[href*="/them?"]').last();
	return (await link.getAttribute('href')) ?? '';
}

export async function somePlan(page: Page): Promise<string> {
	await page.goto('/ke-hoach?cap=province');
	const link = page
		.locator('main li > a[href^="/ke-hoach/"]:not([href*="/them"]):not([href*="/viec/"])')
		.first();
	return (await link.getAttribute('href')) ?? '';
}

export async function someTask(page: Page): Promise<string> {
	await page.goto(await somePlan(page));
	return (await page.locator('tbody th a').first().getAttribute('href')) ?? '';
}

export async function someInquiry(page: Page): Promise<string> {
	await page.goto('/bao-cao-dot-xuat?tinh-trang=sent');
	const link = page.locator(
		'main section li a[href^="/bao-cao-dot-xuat/"]:not([href*="/tra-loi/"])',
	);
	return (await link.last().getAttribute('href')) ?? '';
}

export async function someAnswer(page: Page): Promise<string> {
	await page.goto(await someInquiry(page));
	return (await page.locator('tbody a[href*="/tra-loi/"]').first().getAttribute('href')) ?? '';
}

export async function inquiryDraft(page: Page): Promise<string> {
	await page.goto('/bao-cao-dot-xuat?tinh-trang=draft');
	const link = page.locator(
		'main section li a[href^="/bao-cao-dot-xuat/"]:not([href*="/tra-loi/"])',
	);
	return (await link.last().getAttribute('href')) ?? '';
}
