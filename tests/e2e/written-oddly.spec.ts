import { cpSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accountOf, type Visitor } from './environment';
import { pages } from './every-page';
import { expect, test as base, unpacked } from './fixtures';
import { startMovedServer, type MovedServer } from './moved-clock/server';
import { fillProvince } from './province';
import { openAs } from './season/pages';

/** The demo province once more: what is typed here ends and takes back what other files look at. */
const test = base.extend<{ world: MovedServer }>({
	world: [
		async ({}, use) => {
			const filled = process.env.FILLED_PROVINCE;
			const fill = filled
				? (folder: string) => cpSync(filled, folder, { recursive: true })
				: fillProvince;
			const world = await startMovedServer(new Date().toISOString(), fill, { DEMO: '1' });
			await use(world);
			await world.stop();
		},
		{ timeout: 300_000 },
	],
});

const oddities = ['a\0b', '\ufffe', '1e20', '2147483648', '2026-02-30', '9999-12'];

interface Form {
	action: string;
	isMultipart: boolean;
	/** As they stand on the page: ids and keys as well as what was entered before. */
	fields: Record<string, string>;
}

/** The forms that a page posts, as its text has them. */
const formsOf = (page: Page, html: string): Promise<Form[]> =>
	page.evaluate((text) => {
		const parsed = new DOMParser().parseFromString(text, 'text/html');
		return [...parsed.querySelectorAll('form')]
			.filter(({ method }) => method === 'post')
			.map((form) => ({
				action: form.getAttribute('action') ?? '',
				isMultipart: form.enctype === 'multipart/form-data',
				fields: Object.fromEntries(
					[...form.querySelectorAll('input, select, textarea')]
						.filter((field) => field.getAttribute('type') !== 'file' && field.getAttribute('name'))
						.map((field) => [
							field.getAttribute('name') ?? '',
							'value' in field ? String(field.value) : '',
						]),
				),
			}));
	}, html);

/** All fields as oddly as each other, then each by itself among what stands on the page. */
function variants({ fields }: Form): Record<string, string>[] {
	const names = Object.keys(fields);
	return [
		...oddities.map((odd) => Object.fromEntries(names.map((name) => [name, odd]))),
		...names.map((name, index) => ({ ...fields, [name]: oddities[index % oddities.length] ?? '' })),
	];
}

const visitors: Visitor[] = ['administrator', 'reporter', 'approver', 'committee', 'councillor'];

test('no form fails over what is typed into it, whoever types', async ({ browser, world }) => {
	test.setTimeout(900_000);
	const found: string[] = [];
	const met = new Set<string>();
	for (const visitor of visitors) {
		const page = await openAs(browser, world.address, accountOf(visitor), unpacked);
		const { request } = page.context();
		for (const { path, signedIn } of pages) {
			// What is public shows everybody the same forms.
			if (visitor !== 'administrator' && !signedIn) continue;
			const shown = typeof path === 'string' ? path : await path(page).catch(() => null);
			if (shown === null) continue;
			const answer = await request.get(shown, { maxRedirects: 0 });
			if (answer.status() !== 200) continue;
			for (const form of await formsOf(page, await answer.text())) {
				const url = new URL(form.action, world.address + shown);
				const names = Object.keys(form.fields);
				// Of many alike, on one page and on pages like it, one speaks for all.
				const kind = `${url.pathname.replace(/\d+/g, '…')}${url.search} ${names.join()}`;
				if (names.length === 0 || met.has(kind) || url.pathname === '/dang-xuat') continue;
				met.add(kind);
				for (const fields of variants(form)) {
					const sent = await request.post(url.href, {
						...(form.isMultipart ? { multipart: fields } : { form: fields }),
						headers: { origin: world.address },
						maxRedirects: 0,
					});
					if (sent.status() >= 500)
						found.push(`${visitor} ${sent.status()} ${url.href} ${JSON.stringify(fields)}`);
				}
			}
		}
		await page.context().close();
	}
	expect(found).toEqual([]);
	expect(met.size).toBeGreaterThan(80);
});
