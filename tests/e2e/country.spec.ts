import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port';
import { vi } from '../../src/lib/messages/vi';
import { openDatabase } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { startProduct } from '../bench/product';
import {
	addFormerDistricts,
	countryPeriod,
	fillSmallCountry,
	formerDistricts,
} from '../fixtures/import/country';
import { expect, expectNoAxeViolations, test } from './fixtures';

/** A site about the whole country, whose home page opens on its provinces. */

let folder: string;
let product: ChildProcess;
let address: string;

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'nhip-so-country-'));
	const data = join(folder, 'data');
	const handle = await openDatabase({ dataDirectory: data });
	await prepareDatabase(handle);
	await fillSmallCountry(handle.database, (name, content) => {
		writeFileSync(join(folder, name), content);
		return join(folder, name);
	});
	await addFormerDistricts(handle.database);
	await handle.close();
	const port = await freePort();
	address = `http://127.0.0.1:${port}`;
	product = await startProduct(port, {
		DATA_DIR: data,
		DATABASE_URL: '',
		HOME_UNIT: 'VN',
		DEMO: '',
	});
});

test.afterAll(async () => {
	product.kill();
	await once(product, 'exit');
	rmSync(folder, { recursive: true, force: true });
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the country is its provinces, and each leads on to its communes', async ({ page }) => {
		await page.goto(`${address}/?thang=${countryPeriod}`);
		await expect(page.getByText('trong 16.000 hộ đã rà soát')).toBeVisible();
		await expect(page.getByText('16/16 xã, phường báo cáo đúng hạn')).toBeVisible();
		await expect(page.locator('svg a [data-area]')).toHaveCount(2);
		for (const name of ['Nam', 'Bắc'])
			await expect(page.locator('.labels text', { hasText: name })).toHaveCount(1);
		const table = page.getByRole('table', { name: 'Các tỉnh, thành phố' });
		await expect(table.getByRole('row')).toHaveText([
			/Tỉnh, thành phố/,
			/Tỉnh Bắc.*61,3.*8\/8/,
			/Tỉnh Nam.*60,5.*8\/8/,
		]);
		await page.locator('svg a [data-area]').first().click();
		await expect(page).toHaveURL(/\/tinh\/90-nam/);
		await page.getByText('Bảng số liệu').click();
		await expect(page.getByRole('link', { name: 'Xã Xóm A 1' })).toBeVisible();
	});

	test('the page holds no commune, unless the address asks for what only communes have', async ({
		request,
	}) => {
		const month = `/?thang=${countryPeriod}`;
		const text = async (path: string) => (await request.get(address + path)).text();
		expect(await text(month)).not.toContain('Xóm B');
		expect(await text(`${month}&to-mau=tang-1-thang`)).not.toContain('Xóm B');
		expect(await text(`${month}&hinh=so-ho`)).toContain('Xóm B');
		expect(await text(`${month}&to-mau=so-voi-chi-tieu`)).toContain('Xóm B');
	});
});

test('with scripts the communes come, and stay while the page shows something else of them', async ({
	page,
}) => {
	const snapshots: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/api/v1/snapshot')) snapshots.push(request.url());
	});
	await page.goto(`${address}/?thang=${countryPeriod}`);
	await expect(page.locator('svg [data-area]')).toHaveCount(16);
	const table = page.locator('#bang');
	await table.getByText('Bảng số liệu').click();
	await expect(table.getByRole('link', { name: 'Xã Xóm B 2' })).toBeVisible();
	await page.getByRole('link', { name: 'Mua sắm', exact: false }).first().click();
	await expect(page).toHaveURL(/ky-nang=skill2/);
	await expect(page.locator('svg [data-area]')).toHaveCount(16);
	await expect(table.getByRole('link', { name: 'Xã Xóm B 2' })).toBeVisible();
	expect(snapshots).toHaveLength(1);
});

test('by keys one goes into a province, through its communes and over its edge, and out again', async ({
	page,
}) => {
	await page.goto(`${address}/?thang=${countryPeriod}`);
	const map = page.getByRole('listbox', { name: /^Bản đồ/ });
	const option = map.getByRole('option');
	await map.focus();
	await expect(option).toContainText('Tỉnh Bắc');
	await expect(option).toHaveAttribute('aria-setsize', '2');
	await page.keyboard.press('Enter');
	await expect(option).toContainText(/^\s*Xã Xóm .*; Bắc\s*$/s);
	await expect(option).toHaveAttribute('aria-setsize', '8');
	await expect(page.locator('.card h3')).toContainText('Xã Xóm');
	const seen = new Set<string>();
	const names = async () => seen.add((await option.textContent()) ?? '');
	for (let step = 0; step < 8 && !(await option.textContent())?.includes('; Nam'); step += 1) {
		await names();
		await page.keyboard.press('ArrowDown');
	}
	// The provinces lie above one another: downwards is over the edge, into the other one.
	await expect(option).toContainText(/Xã Xóm .*; Nam/s);
	expect(seen.size).toBeGreaterThan(1);
	await page.keyboard.press('Escape');
	await expect(option).toContainText('Tỉnh Nam');
	await expect(option).toHaveAttribute('aria-setsize', '2');
	await expect(page.locator('.card h3')).toBeVisible();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/xa\/\d{5}-xom-/);
	await page.goBack();
	await map.focus();
	await page.keyboard.press('Shift+Enter');
	await expect(page).toHaveURL(/\/tinh\/91-bac/);
	await expectNoAxeViolations(page);
});

test('the provinces stay where the communes cannot be had, and come when they can', async ({
	page,
}) => {
	await page.route('**/api/v1/snapshot?*', (route) => route.fulfill({ status: 503 }), { times: 1 });
	await page.goto(`${address}/?thang=${countryPeriod}`);
	await expect(page.locator('svg [data-area]')).toHaveCount(16);
});

test('former districts are outlined and named, and one of them is picked out, in the file too', async ({
	page,
	request,
}) => {
	const [{ code, name, communes }, other] = formerDistricts;
	await page.goto(`${address}/tinh/91-bac?thang=${countryPeriod}`);
	// Before the scripts are there a form leads to another page, on which the table is closed again.
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	const rows = page.locator('#bang tbody tr');
	await page.locator('#bang summary').click();
	await expect(rows).toHaveCount(8);
	await page.getByLabel('Huyện cũ').selectOption('Hiện tất cả');
	await page.getByRole('button', { name: 'Xem', exact: true }).click();
	await expect(page).toHaveURL(/huyen-cu=tat-ca/);
	const names = page.locator('.labels text.group');
	await expect(names).toHaveText([`Huyện ${name}`, `Huyện ${other.name}`]);
	await expect(page.getByText(/1 xã, phường gộp đất từ nhiều huyện/)).toBeVisible();
	const svg = page.getByRole('link', { name: 'Bản đồ vẽ nét (SVG)' });
	const draw = async () => {
		const file = await request.get(new URL((await svg.getAttribute('href')) ?? '', address).href);
		return file.text();
	};
	const all = await draw();
	await page.getByLabel('Huyện cũ').selectOption(`Huyện ${name}`);
	await page.getByRole('button', { name: 'Xem', exact: true }).click();
	await expect(page).toHaveURL(new RegExp(`huyen-cu=${code}`));
	await expect(rows).toHaveCount(communes);
	await expect(
		page.getByText(`chỉ còn ${communes} xã, phường có đất của Huyện ${name}`),
	).toBeVisible();
	const one = await draw();
	expect(one).toContain(`Viền đậm: Huyện ${name}`);
	expect(all).not.toContain('Viền đậm: Huyện');
	const lines = (file: string) => file.match(/fill="none"/g)?.length ?? 0;
	expect(lines(one) - lines(all)).toBe(2);
});
