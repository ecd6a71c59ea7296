import { expect, test } from '@playwright/test';
import { mapMeasures } from '../../src/lib/contracts/coverage';
import { vi } from '../../src/lib/messages/vi';
import { expectNoAxeViolations } from './fixtures';
import { format, shownCommune } from './shown-commune';

test('communes are put side by side, of one month and on one scale', async ({ page, request }) => {
	const { unit, snapshot, reading } = await shownCommune(request);
	const other = snapshot.units.find(({ level, id }) => level === 'commune' && id !== unit.id);
	if (!other) throw new Error('There are two communes.');
	await page.goto(`/xa/${unit.code}`);
	await page.getByRole('link', { name: vi.compare.with }).click();
	await expect(page).toHaveURL(`/so-sanh?xa=${unit.code}`);
	await page.getByLabel(vi.compare.search).fill(other.code);
	await page.getByRole('button', { name: vi.compare.find }).click();
	await page.getByRole('link', { name: format.unitName(other), exact: true }).click();
	await expect(page).toHaveURL(`/so-sanh?xa=${unit.code}&xa=${other.code}`);
	const table = page.getByRole('table');
	await expect(table.getByRole('columnheader')).toHaveCount(2);
	const row = table.getByRole('row', { name: vi.common.measures.allFive, exact: false }).first();
	await expect(row.getByRole('cell').first()).toHaveText(
		reading.able === 0 ? vi.common.zero : format.share(reading.share),
	);
	// A bar as wide as its cell and a line as high as its picture are all households, whoever's they are.
	const drawn = await table.evaluate((element) => {
		const widthOf = (part: Element) => part.getBoundingClientRect().width;
		const bars = [...element.querySelectorAll('.bar > span')].map((bar) => ({
			drawn: widthOf(bar) / widthOf(bar.parentElement ?? bar),
			text: bar.closest('td')?.querySelector('span')?.textContent ?? '',
		}));
		const lines = [...element.querySelectorAll('svg')].map((picture) => ({
			box: picture.getAttribute('viewBox'),
			end: Number(
				/[\d.]+$/.exec(picture.querySelector('path:last-of-type')?.getAttribute('d') ?? ''),
			),
			text: picture.parentElement?.querySelector(':scope > span')?.textContent ?? '',
		}));
		return { bars, lines };
	});
	const shareOf = (text: string) =>
		Number(/([\d,]+)%[^%]*$/.exec(text)?.[1]?.replace(',', '.')) / 100;
	expect(drawn.bars.length).toBeGreaterThan(mapMeasures.length);
	for (const { drawn: width, text } of drawn.bars)
		expect(Math.abs(width - (text === vi.common.zero ? 0 : shareOf(text)))).toBeLessThan(0.01);
	expect(drawn.lines).toHaveLength(2);
	for (const { box, end, text } of drawn.lines) {
		expect(box).toBe('0 -2 120 44');
		expect(Math.abs(end - 40 * (1 - shareOf(text)))).toBeLessThan(0.4);
	}
	await page.getByRole('link', { name: vi.compare.remove(format.unitName(other)) }).click();
	await expect(table.getByRole('columnheader')).toHaveCount(1);
});

test('a comparison says what it has no room for, and which code no commune bears', async ({
	page,
	request,
}) => {
	const { snapshot } = await shownCommune(request);
	const communes = snapshot.units.filter(({ level }) => level === 'commune').slice(0, 5);
	const [first, , , , fifth] = communes;
	if (!first || !fifth) throw new Error('There are five communes.');
	const codes = [first.code, '00000', ...communes.map(({ code }) => code)];
	await page.goto(`/so-sanh?${codes.map((code) => `xa=${code}`).join('&')}`);
	const table = page.getByRole('table');
	await expect(table.getByRole('columnheader')).toHaveCount(4);
	await expect(table.getByRole('link', { name: format.unitName(first), exact: true })).toHaveCount(
		1,
	);
	const notice = page.getByRole('main').getByRole('status');
	await expect(notice).toContainText(vi.compare.leftOut('4', format.unitName(fifth)));
	await expect(notice).toContainText(vi.compare.noCommune('00000'));
	await expect(page.getByText(vi.compare.full('4'))).toBeVisible();
	await expectNoAxeViolations(page);
	await notice.getByRole('link', { name: vi.compare.searchCode }).click();
	await expect(page).toHaveURL('/tim-xa?q=00000');
});
