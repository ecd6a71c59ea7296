import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { FrozenResult, FrozenSeason, PublishedFreeze } from '../../src/lib/contracts/awards/freeze';
import { awardPublic } from '../../src/lib/messages/vi/awards/public';
import { expect, test } from './fixtures';

/** What a reader does who knows the page alone: every number is read from it, as it is written in Vietnamese. */

const words = awardPublic.example;
const read = (text: string) => Number(text.replaceAll('.', '').replace(',', '.'));
const rounded = (value: number, decimals: number) =>
	Math.round(value * 10 ** decimals) / 10 ** decimals;
const total = (values: number[]) => values.reduce((one, other) => one + other, 0);

/** A table and the sentences around it, within one element or in a row on the page. */
async function recompute(table: Locator): Promise<number> {
	const headings = await table.locator('thead th').allTextContents();
	const rows = await table.locator('tbody tr').all();
	expect(rows.length).toBeGreaterThan(3);
	const parts: number[] = [];
	const weights: number[] = [];
	for (const row of rows) {
		const cells = await row.locator('th, td').allTextContents();
		const of = (heading: string) => read(cells[headings.indexOf(heading)]?.trim() ?? '');
		const [x, a, b] = [of(words.value), of(words.worst), of(words.best)];
		const points = rounded(1 + 99 * Math.min(1, Math.max(0, (x - a) / (b - a))), 4);
		expect(of(words.points), cells.join(' ')).toBe(points);
		const part = rounded(of(words.weight) * Math.log(points), 4);
		expect(of(words.part), cells.join(' ')).toBe(part);
		parts.push(part);
		weights.push(of(words.weight));
	}
	const said = await table.locator('xpath=following-sibling::p[1]').textContent();
	const [, sum = '', divisor = '', score = ''] =
		/e\^\((\S+) ÷ (\S+)\) = (\S+)/.exec(said ?? '') ?? [];
	expect([read(sum), read(divisor)]).toEqual([rounded(total(parts), 4), total(weights)]);
	expect(read(score)).toBe(rounded(Math.exp(read(sum) / read(divisor)), 2));
	return read(score);
}

/** Each example of the page with its category, and what is said of where it comes from. */
async function examplesOf(page: Page) {
	const tables = page.locator('table').filter({ hasText: words.part });
	const said = await tables.evaluateAll((found) =>
		found.map((table) => {
			const source = table.previousElementSibling;
			const heading =
				source?.previousElementSibling ?? source?.closest('details')?.firstElementChild;
			return { source: source?.textContent ?? '', heading: heading?.textContent ?? '' };
		}),
	);
	return Promise.all(
		said.map(async ({ source, heading }, index) => ({
			...{ source, category: heading.replace(words.of(''), '').trim() },
			score: await recompute(tables.nth(index)),
		})),
	);
}

test('a score is recomputed by hand from what its page says, while it moves and once it is frozen', async ({
	page,
}) => {
	await page.goto('/phuong-phap/thi-dua');
	const seasons = await page
		.locator('main a[href^="/thi-dua-cong-khai/"]')
		.evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
	const states: string[] = [];
	for (const season of seasons) {
		await page.goto(season);
		const examples = await examplesOf(page);
		expect(examples.length, season).toBeGreaterThan(1);
		const download = page.getByRole('link', { name: awardPublic.freeze.download });
		if ((await download.count()) === 0) {
			states.push('live');
			for (const { source } of examples) expect(source).toBe(words.live);
			continue;
		}
		states.push('frozen');
		const answer = await page.request.get((await download.getAttribute('href')) ?? '');
		const published = v.parse(PublishedFreeze, await answer.json());
		const { categories } = v.parse(FrozenSeason, JSON.parse(published.content));
		expect(new Set(examples.map(({ category }) => category))).toEqual(
			new Set(categories.map(({ name }) => name)),
		);
		const results = v.parse(FrozenResult, JSON.parse(published.result));
		for (const { source, category, score } of examples) {
			const level = results.find(({ name }) => name === category)?.level;
			const unit = level?.placed.find(({ unitId }) => words.frozen(String(unitId)) === source);
			expect(rounded(unit?.score ?? 0, 2), category).toBe(score);
		}
	}
	expect(new Set(states)).toEqual(new Set(['live', 'frozen']));
});
