import type { APIRequestContext } from '@playwright/test';
import { searchKey } from '../../src/lib/contracts/text/search-key';
import type { Snapshot } from '../../src/lib/contracts/events';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { expect, expectNoAxeViolations, test } from './fixtures';

const format = createFormat('vi', vi);

/** A commune as people type it, without accents. */
async function someCommune(request: APIRequestContext) {
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
	const unit = snapshot.units[3];
	if (!unit) throw new Error('The demo province has communes.');
	return {
		name: format.unitName({ kind: unit.kind, name: unit.name }),
		typed: searchKey(unit.name),
	};
}

test.describe.configure({ mode: 'parallel' });

test('a commune is found from the map by the keyboard alone', async ({ page, request }) => {
	const { name, typed } = await someCommune(request);
	await page.goto('/');
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	const field = page.getByRole('combobox', { name: vi.search.title });
	await field.focus();
	await page.keyboard.type(typed);
	const first = page.getByRole('option', { name }).first();
	await expect(first).toBeVisible();
	await expect(field).toHaveAttribute('aria-expanded', 'true');
	await expectNoAxeViolations(page);

	await page.keyboard.press('Escape');
	await expect(first).toBeHidden();
	await expect(field).toHaveValue(typed);
	await page.keyboard.press('ArrowDown');
	const active = page.locator(
		`[id="${(await field.getAttribute('aria-activedescendant')) ?? ''}"]`,
	);
	await expect(active).toHaveAttribute('aria-selected', 'true');
	await expect(active).toContainText(name);
	await expect(field).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('a pointer chooses a suggestion', async ({ page, request }) => {
	const { name, typed } = await someCommune(request);
	await page.goto('/');
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	await page.getByRole('combobox', { name: vi.search.title }).pressSequentially(typed);
	await page.getByRole('option', { name }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the same field leads to the page of results', async ({ page, request }) => {
		const { name, typed } = await someCommune(request);
		await page.goto('/');
		await page.getByRole('combobox', { name: vi.search.title }).fill(typed);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/tim-xa\?q=/);
		await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible();
	});
});
