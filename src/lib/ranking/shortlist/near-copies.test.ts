import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import WeightsInLanguage from '../../../../tests/fixtures/WeightsInLanguage.svelte';
import type { IndexMethod } from '../../contracts/awards/composite-index';
import { work as en } from '../../messages/en/work';
import { work as vi } from '../../messages/vi/work';
import { score } from '../index/score';
import { correlate, weigh } from '../index/weigh';

const viNames = vi.awardCriteria.names;
const enNames = en.awardCriteria.names;
const codes = ['coverage', 'assisted', 'punctuality'] as const;
const method: IndexMethod = {
	criteria: codes.map((criterion) => ({
		...{ criterion, weight: 10, worst: 0, best: 1, missing: 'leaveOut' },
	})),
	completeness: 0.5,
};

/** What the page says under the table, of units with these values. */
function sentencesOf(locale: 'vi' | 'en', rows: readonly (readonly number[])[]): string[] {
	const { scored } = score(
		method,
		rows.map((row, unitId) => ({
			...{ unitId, sample: null },
			values: codes.map((criterion, index) => ({ criterion, value: row[index] ?? null })),
		})),
	);
	const weights = weigh(method, scored);
	const props = { locale, weights, correlations: correlate(method, scored) };
	const { body } = render(WeightsInLanguage, { props });
	return [...body.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].slice(1).map(([, text = '']) => clean(text));
}
const clean = (text: string) => text.replace(/<!--.*?-->/g, '').trim();

const copied = [
	[0.2, 0.21, 0.9],
	[0.4, 0.38, 0.1],
	[0.6, 0.65, 0.8],
	[0.8, 0.8, 0.4],
];

it('says in a sentence which criterion nearly repeats which other one, and how nearly', () => {
	expect(sentencesOf('vi', copied)).toEqual([
		`“${viNames.coverage}” gần như lặp lại “${viNames.assisted}” (tương quan 0,99): cùng một điều đang được tính hai lần.`,
	]);
	expect(sentencesOf('en', copied)).toEqual([
		`“${enNames.coverage}” nearly repeats “${enNames.assisted}” (correlation 0.99): the same thing counts twice.`,
	]);
});

it('says of one that goes against another one that they take from each other', () => {
	const against = copied.map(([coverage = 0, assisted = 0, punctuality = 0]) => [
		...[coverage, 1 - assisted, punctuality],
	]);
	expect(sentencesOf('vi', against)).toEqual([
		`“${viNames.coverage}” gần như luôn ngược chiều với “${viNames.assisted}” (tương quan -0,99): điểm được ở tiêu chí này thì mất ở tiêu chí kia.`,
	]);
	expect(sentencesOf('en', against)).toEqual([
		`“${enNames.coverage}” nearly always goes against “${enNames.assisted}” (correlation -0.99): what one gives, the other takes away.`,
	]);
});

it('says nothing of criteria that hang together less', () => {
	const apart = copied.map(([coverage = 0, , punctuality = 0], index) => [
		...[coverage, [0.5, 0.1, 0.7, 0.6][index] ?? 0, punctuality],
	]);
	expect(sentencesOf('vi', apart)).toEqual([]);
});
