import type { Page } from '@playwright/test';
import { addDays, localDay } from '../../src/lib/contracts/local-time';

/** Where the links of a page lead, by its text alone: to find the way it needn't be drawn. */
export async function linksOn(page: Page, address: string, links: string): Promise<string[]> {
	const text = await (await page.request.get(address)).text();
	return page.evaluate(
		([html, selector]) =>
			[...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(selector)].map(
				(link) => link.getAttribute('href') ?? '',
			),
		[text, links] as const,
	);
}

/** One of what was found; without any another page would be looked at in its stead. */
export function found(addresses: readonly string[], on: string, which = 0): string {
	const address = addresses.at(which);
	if (address === undefined) throw new Error(`Nothing leads on from ${on}.`);
	return address;
}

/** Where such a link leads; the first one counts as 0, the last one as -1. */
const link = async (page: Page, address: string, links: string, which = 0): Promise<string> =>
	found(await linksOn(page, address, links), address, which);

export const someCommune = (page: Page) => link(page, '/', 'a[href^="/xa/"]');

export async function someComparison(page: Page): Promise<string> {
	const code = /\d+/.exec(await someCommune(page))?.[0] ?? '';
	const links = await linksOn(page, `/so-sanh?xa=${code}`, '#add ~ ul a');
	const others = links.slice(0, 2).map((href) => /\d+$/.exec(href)?.[0] ?? '');
	return `/so-sanh?${[code, ...others].map((each) => `xa=${each}`).join('&')}`;
}

/** A commune's page as it stood a week ago. */
export async function someCommuneThen(page: Page): Promise<string> {
	const [commune = ''] = (await someCommune(page)).split('-');
	return `${commune}/${addDays(localDay(new Date()), -7)}`;
}

export async function someMonthOfData(page: Page): Promise<string> {
	const addresses = await linksOn(page, '/du-lieu', 'main a[href^="/du-lieu/"]');
	return found(
		addresses.filter((address) => /\/\d{4}-\d{2}$/.test(address)),
		'/du-lieu',
	);
}

/** The first entry of a list. */
export const firstOf = (page: Page, list: string) =>
	link(page, list, `main li a[href^="${list}/"]`);

export const reportOfProvince = (page: Page) =>
	link(page, '/bao-cao/tinh-hinh-nop', 'main a[href^="/bao-cao/99/"]');

/** One that waits for a decision of whoever looks. */
export const someReport = (page: Page) =>
	link(page, '/bao-cao', 'main tr:has(input[name=report]) a[href^="/bao-cao/"]');

/** Not one of the first, which other tests merge. */
export const someTeam = (page: Page) =>
	link(page, '/to-cong-nghe-so?cap=thon&loai=cnscd', 'tbody a[href^="/to-cong-nghe-so/"]', 10);

export const someMember = async (page: Page) =>
	link(page, await someTeam(page), 'a[href*="/thanh-vien/"]:not([href$="/them"])');

export const placeWithoutTeam = (page: Page) =>
	link(page, '/to-cong-nghe-so?xem=chua-co-to', 'tbody a[href*="/them?"]', -1);

export const somePlan = (page: Page) =>
	link(
		page,
		'/ke-hoach?cap=province',
		'main li > a[href^="/ke-hoach/"]:not([href*="/them"]):not([href*="/viec/"])',
	);

export const someTask = async (page: Page) => link(page, await somePlan(page), 'tbody th a');

const inquiries = 'main section li a[href^="/bao-cao-dot-xuat/"]:not([href*="/tra-loi/"])';

export const someInquiry = (page: Page) =>
	link(page, '/bao-cao-dot-xuat?tinh-trang=sent', inquiries, -1);

export const someAnswer = async (page: Page) =>
	link(page, await someInquiry(page), 'tbody a[href*="/tra-loi/"]');

export const inquiryDraft = (page: Page) =>
	link(page, '/bao-cao-dot-xuat?tinh-trang=draft', inquiries, -1);
