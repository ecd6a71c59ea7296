import { expect, test } from './fixtures';

test('how one village stands is one line: there is a month to choose, and nothing to look for', async ({
	page,
	signIn,
}) => {
	await signIn('approver');
	await page.goto('/bao-cao/tinh-hinh-nop');
	const search = page.getByRole('searchbox', { name: 'Tìm đơn vị' });
	const filter = page.getByLabel('Lọc', { exact: true });
	await expect(search).toBeVisible();
	await expect(filter).toBeVisible();
	const rows = page.locator('table.list tbody tr').filter({ has: page.locator('.code') });
	await rows.first().getByRole('link').click();
	await expect(page).toHaveURL(/don-vi=/);
	const [code = ''] = /\d+\S*/.exec(await rows.locator('.code').first().innerText()) ?? [];
	await page.goto(`/bao-cao/tinh-hinh-nop?don-vi=${code}`);
	await expect(rows).toHaveCount(1);
	await expect(page.getByLabel('Kỳ báo cáo')).toBeVisible();
	await expect(search).toHaveCount(0);
	await expect(filter).toHaveCount(0);
	// What was asked for by the address can be taken back.
	await page.goto(`/bao-cao/tinh-hinh-nop?don-vi=${code}&tim=khac`);
	await expect(rows).toHaveCount(0);
	await expect(search).toHaveValue('khac');
});
