import { describe, expect, it } from 'vitest';
import type { FrozenSeason, PublishedFreeze } from '../../contracts/awards/freeze';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import { compareFreeze, readContent, recompute } from './check-freeze';

const criteria = [
	{ criterion: 'coverage' as const, weight: 2, worst: 0, best: 1, missing: 'leaveOut' as const },
	{ criterion: 'gapClosed' as const, weight: 1, worst: 0, best: 1, missing: 'leaveOut' as const },
	{ criterion: 'teaching' as const, weight: 1, worst: 0, best: 10, missing: 'leaveOut' as const },
];
const hash = sha256(canonicalJson({ kind: 'commune', criteria }));
const content: FrozenSeason = {
	...{ format: 'nhip-so/award-freeze/1', code: '0.1.0', frozenAt: '2026-08-07T10:00:00.000Z' },
	season: { name: 'Thử', year: 2026, countsFrom: '2025-07-01', countsUntil: '2026-06-30' },
	categories: [
		{
			...{ name: 'Xã tiêu biểu', kind: 'commune', criteriaVersion: 1, criteriaHash: hash },
			input: {
				method: { criteria, completeness: 0.75 },
				draws: { seed: 7, draws: 200, top: 2, confidence: 0.9 },
				units: Array.from({ length: 12 }, (_, index) => ({
					unitId: index + 1,
					values: [
						{ criterion: 'coverage', value: ((index * 7) % 12) / 12 },
						{ criterion: 'gapClosed', value: index === 3 ? null : index / 20 },
						{ criterion: 'teaching', value: index % 5 },
					],
					sample: null,
				})),
			},
		},
	],
};

function publish(of: FrozenSeason): PublishedFreeze {
	const [text, result] = [canonicalJson(of), canonicalJson(recompute(of))];
	return { content: text, hash: sha256(text), result, resultHash: sha256(result) };
}
const check = (
	published: PublishedFreeze,
	hashes: Record<string, string> = { 'Xã tiêu biểu': hash },
) =>
	Object.fromEntries(
		compareFreeze(published, hashes, recompute(readContent(published))).map(
			({ step, matches, difference }) => [step, matches ? 'match' : (difference?.path ?? 'bytes')],
		),
	);

describe('the check of a freeze', () => {
	const published = publish(content);

	it('finds that everything follows from what was published', () => {
		expect(check(published)).toEqual({
			...{ contentHash: 'match', criteriaHash: 'match', resultHash: 'match', result: 'match' },
		});
	});

	it('names the first score that does not follow', () => {
		const result = published.result.replace(/"score":([\d.]+)/, '"score":99.9');
		const forged = { ...published, result, resultHash: sha256(result) };
		expect(check(forged)['result']).toMatch(/^0\.growth\.placed\.0\.(check\.)?score$/);
		expect(check(forged)['resultHash']).toBe('match');
	});

	it('notices a figure that was changed afterwards', () => {
		const changed = publish({
			...content,
			categories: content.categories.map((category) => ({
				...category,
				input: {
					...category.input,
					units: category.input.units.map((unit, index) =>
						index === 0
							? { ...unit, values: unit.values.map((one) => ({ ...one, value: 1 })) }
							: unit,
					),
				},
			})),
		});
		expect(check({ ...published, content: changed.content })).toMatchObject({
			contentHash: '',
			result: expect.stringMatching(/^0\./) as unknown,
		});
	});

	it('notices criteria other than those that came into force', () => {
		expect(check(published, { 'Xã tiêu biểu': sha256('khác') })['criteriaHash']).toBe(
			'Xã tiêu biểu',
		);
		expect(check(published, {})['criteriaHash']).toBe('Xã tiêu biểu');
	});

	it('takes the same values in other bytes for no match', () => {
		const result = JSON.stringify(JSON.parse(published.result), null, 1);
		expect(check({ ...published, result, resultHash: sha256(result) })['result']).toBe('bytes');
	});
});
