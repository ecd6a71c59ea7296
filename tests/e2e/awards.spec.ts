import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { communeOf, reporting } from './reporting';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

const year = new Date().getFullYear() + 1;
const name = `Xét tặng thử năm ${year}`;

async function openSeason(page: Page) {
	await page.goto('/thi-dua/them');
	await page.getByLabel('Năm', { exact: true }).fill(String(year));
	await page.getByLabel('Tên mùa xét tặng').fill(name);
	await page.getByLabel('Số liệu tính từ ngày').fill(`${year}-01-01`);
	await page.getByLabel('Đến hết ngày').fill(`${year}-06-30`);
	await page.getByLabel('Căn cứ của các quy định').fill('Hướng dẫn thử số 01');
	await page.getByLabel('Số lượng tối đa (Xã, phường)').fill('10');
	await page.getByRole('button', { name: 'Mở mùa xét tặng' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await expectNoSidewaysScrolling(page);
	return new URL(page.url()).pathname;
}

const visitor = (season: string) => season.replace('/thi-dua/', '/thi-dua-cong-khai/');

test('a season is opened, its criteria come into force by two people, and anybody checks its freeze', async ({
	page,
	context,
	signIn,
	pageFaults,
}) => {
	test.slow();
	let season = '';
	await test.step('an administrator opens it and changes a rule', async () => {
		await signIn('administrator');
		season = await openSeason(page);
		await page.getByRole('link', { name: 'Quy định của mùa' }).click();
		await page.getByText('Sửa quy định').click();
		await page.getByLabel('Quy định', { exact: true }).selectOption('appraisalDays');
		await page.getByLabel('Giá trị').fill('20');
		await page.getByLabel('Căn cứ', { exact: true }).fill('Công văn thử số 5');
		await page.getByRole('button', { name: 'Lưu quy định' }).click();
		await expect(page.getByText('Hãy điền chỗ này.')).toBeVisible();
		await page.getByLabel('Lý do sửa').fill('Rút ngắn thẩm định');
		await page.getByRole('button', { name: 'Lưu quy định' }).click();
		await expect(page.getByText('Đã lưu quy định.')).toBeVisible();
		await expect(page.getByText('Lý do: Rút ngắn thẩm định')).toBeVisible();
	});

	let version = '';
	await test.step('the committee weighs criteria without seeing a unit, and signs', async () => {
		await signIn('committee');
		await page.goto('/thi-dua');
		await page
			.getByRole('link', { name: /^Soạn tiêu chí: Xã, phường tiêu biểu/ })
			.first()
			.click();
		await page.goto(`${season}/tieu-chi`);
		await page.getByRole('button', { name: 'Soạn bản mới: Xã, phường tiêu biểu' }).click();
		await page.waitForURL(/\/tieu-chi\/\d+$/);
		version = new URL(page.url()).pathname;
		await page.getByRole('slider').first().fill('40');
		await page.getByRole('button', { name: 'Thử trọng số này' }).click();
		await expect(page.getByText('Đã thử và ghi lại.')).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Các lần thử' })).toBeVisible();
		await expect(page.locator('main')).not.toContainText(/Xã (?!, phường)\p{Lu}/u);
		await expectNoAxeViolations(page);
		await page.getByRole('button', { name: 'Ký, không sửa nữa' }).click();
		await expect(page.getByText('Ký lần một: E2E committee')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Ký lần hai' })).toHaveCount(0);
	});

	await test.step('another person puts them into force, under a hash', async () => {
		await signIn('administrator');
		await page.goto(version);
		await page.getByRole('button', { name: 'Ký lần hai, cho có hiệu lực' }).click();
		await expect(page.locator('code')).toHaveText(/^[0-9a-f]{64}$/);
		const hash = await page.locator('code').innerText();
		await page.goto('/phuong-phap/thi-dua');
		await expect(page.getByText(hash)).toBeVisible();
	});

	await test.step('the calendar says what it costs, and is taken along', async () => {
		await page.goto(`${season}/lich`);
		await expect(page.getByText('Thẩm định mất 20 ngày làm việc')).toBeVisible();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'Tải lịch (.ics)' }).click(),
		]);
		expect(readFileSync(await download.path(), 'utf8')).toContain(`DTSTART;VALUE=DATE:${year}1010`);
		await expectNoAxeViolations(page);
	});

	await test.step('the committee freezes the figures', async () => {
		await signIn('committee');
		await page.goto(`${season}/khoa-so-lieu`);
		await page.getByRole('button', { name: 'Khóa số liệu' }).click();
		await expect(page.getByText(/^E2E committee đã khóa/)).toBeVisible();
		await expectNoAxeViolations(page);
		await page.goto(`${season}/quy-dinh`);
		await expect(page.getByText('các quy định không sửa được nữa')).toBeVisible();
	});

	await test.step('whoever is not signed in computes everything again', async () => {
		await context.clearCookies();
		await page.goto(visitor(season));
		await expectNoSidewaysScrolling(page);
		await expectNoAxeViolations(page);
		await page.getByRole('link', { name: 'Tự kiểm tra bằng trình duyệt' }).click();
		await page.getByRole('button', { name: 'Kiểm tra' }).click();
		await expect(page.getByText('Khớp: mọi điểm và nhóm đúng như đã công bố.')).toBeVisible();
		await expectNoAxeViolations(page);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'Tải tệp đã khóa (.json)' }).click(),
		]);
		const file = readFileSync(await download.path(), 'utf8');
		const forged = file.replace('\\"completeness\\":0,', '\\"completeness\\":1,');
		await page.getByLabel('Hoặc chọn tệp').setInputFiles({
			...{ name: 'sua.json', mimeType: 'application/json', buffer: Buffer.from(forged) },
		});
		await expect(page.getByText('Không khớp.')).toBeVisible();
		await expect(page.getByRole('row', { name: /Từng điểm, hạng và nhóm/ })).toContainText(
			/không khớp: 0\.\w+\.apart\.0\.completeness: công bố 1, tính lại 0/,
		);
		expect(pageFaults).toEqual([]);
	});
});

test('what is approved after a freeze stands beside it, and units that can’t be told apart share a band', async ({
	page,
	browser,
	signIn,
}) => {
	await signIn('committee');
	await page.goto('/thi-dua');
	await page
		.getByRole('link', { name: /^Xét tặng Bằng khen ngày Chuyển đổi số/ })
		.last()
		.click();
	await page.waitForURL(/\/thi-dua\/\d+$/);
	const season = new URL(page.url()).pathname;
	const finished = Number(/\d{4}$/.exec(await page.getByRole('heading', { level: 1 }).innerText()));
	const { snapshot, submit, approve } = await reporting(
		() => browser.newContext(),
		`${finished}-05`,
	);
	const { code, name, register } = communeOf(await snapshot(), 'freeze');
	await approve(code, await submit(code, register));
	await page.goto(`${season}/khoa-so-lieu`);
	const correction = page.getByRole('row').filter({ hasText: 'thử trên trình duyệt' });
	await expect(correction).toContainText(name);
	await expect(correction).toContainText(`5/${finished}`);
	await page.goto(`${season}/danh-sach`);
	const bands = page.getByRole('table').first().locator('tbody td:nth-of-type(5)');
	const first = (await bands.allInnerTexts()).filter((band) => band === '1');
	expect(first.length).toBeGreaterThan(1);
});
