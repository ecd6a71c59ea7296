import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince } from '../../../../tests/database/province';
import type { UnitFigures } from '../../contracts/coverage';
import type { CorrectionCause } from '../../contracts/publication';
import type { Database } from '../../server/db/client';
import { publishedFigures, reportingPeriod } from '../../server/db/schema';
import { readCorrections } from './read-corrections.server';

const figures = (able: number | null, base: number, ownReport?: true): UnitFigures => ({
	...{ unitId: 1, basis: 'approved', receivedAt: '', approvedAt: null },
	able: [able, 0, 0, 0, 0, 0, 0, 0, 0],
	base: [base, 0, 0, 0, 0, 0, 0, 0, 0],
	...(ownReport && { ownReport }),
});

type Entry = [number: number, shown: UnitFigures | null, correction?: CorrectionCause];

describeDatabase('the corrections of what was published', (handle) => {
	const setUp = async (database: Database) => {
		const { provinceId, communes } = await makeProvince(database, { communes: 3, villages: 0 });
		const months = await database
			.insert(reportingPeriod)
			.values(
				['08', '09'].map((month) => ({
					...{ code: `2026-${month}`, kind: 'month' as const },
					...{ startsOn: `2026-${month}-01`, endsOn: `2026-${month}-30` },
				})),
			)
			.returning();
		const ids = communes.map(({ id }) => id);
		const publish = (unitId: number, entries: Entry[], month = 1) =>
			database.insert(publishedFigures).values(
				entries.map(([number, shown, correction]) => ({
					...{ periodId: months[month]?.id ?? 0, unitId, number, kind: 'xa' as const, name: 'Xã' },
					...{ figures: shown, correction, at: new Date(Date.UTC(2026, 10, number)) },
				})),
			);
		const read = (page = 1, pageSize = 20) =>
			readCorrections(database, { scopeUnitIds: [provinceId], page, pageSize });
		/** Of one unit and month. */
		const correctionsOf = async (...entries: Entry[]) => {
			await publish(ids[0] ?? 0, entries);
			return (await read()).entries;
		};
		return { provinceId, ids, publish, read, correctionsOf };
	};
	const told = (what: string, entries: Entry[], expected: object[]) =>
		it(what, () =>
			rolledBack(handle(), async (database) => {
				const { correctionsOf } = await setUp(database);
				const found = await correctionsOf(...entries);
				expect(found).toHaveLength(expected.length);
				expect(found).toMatchObject(expected);
			}),
		);

	told(
		'tell old, new, when and why of a report that was replaced',
		[
			[1, figures(60, 100, true)],
			[4, figures(66, 100, true), 'countedTwice'],
		],
		[
			{
				...{ number: 4, at: '2026-11-04T00:00:00Z', cause: 'countedTwice', period: '2026-09' },
				counts: [
					{
						measure: 'allFive',
						...{ before: { able: 60, base: 100 }, after: { able: 66, base: 100 } },
					},
				],
			},
		],
	);
	told(
		'are none where further villages add to a number',
		[
			[1, figures(60, 100)],
			[2, figures(90, 180)],
			[3, figures(90, 180), 'miscounted'],
		],
		[],
	);
	told(
		'keep the cause of what is published only later, and tell it once',
		[
			[1, figures(60, 100)],
			[2, figures(60, 100), 'miscounted'],
			[3, figures(64, 100)],
			[4, figures(90, 140)],
			[5, figures(90, 140), 'typingError'],
			[6, figures(90, 140), 'countedTwice'],
			[7, figures(91, 140)],
		],
		[
			{ number: 7, cause: 'countedTwice' },
			{ number: 3, cause: 'miscounted' },
		],
	);
	told(
		'never say more of a hidden count than that it is hidden',
		[
			[1, figures(null, 100, true)],
			[2, figures(null, 100, true), 'miscounted'],
			[3, figures(30, 100, true), 'typingError'],
		],
		[{ number: 3, counts: [{ before: { able: null, base: 100 }, after: { able: 30 } }] }],
	);
	told(
		'leave out what was shown for the first time, or taken away',
		[
			[1, figures(null, 0)],
			[2, figures(9, 20), 'miscounted'],
			[3, null, 'miscounted'],
			[4, figures(9, 21, true), 'typingError'],
		],
		[],
	);
	told(
		'are told of an own report that another one replaced without a word',
		[
			[1, figures(60, 100, true)],
			[2, figures(61, 100, true)],
			[3, figures(62, 100, true), 'miscounted'],
		],
		[
			{ number: 3, cause: 'miscounted' },
			{ number: 2, cause: 'unstated' },
		],
	);

	it('are met once each over all pages, the newest first, without the sums that follow from them', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, ids, publish, read } = await setUp(database);
			const [one = 0, other = 0, third = 0] = ids;
			const three = (first: number, ...later: number[]): Entry[] => [
				[first, figures(10, 100, true)],
				...later.map((number): Entry => [number, figures(10 + number, 100, true), 'miscounted']),
			];
			await publish(one, three(1, 11, 14, 17));
			await publish(one, three(2, 12), 0);
			await publish(other, three(3, 13, 17));
			await publish(third, three(4));
			await publish(provinceId, three(5, 13, 15, 17));
			const expected = [
				...[
					[17, one],
					[17, other],
					[15, provinceId],
					[14, one],
					[13, other],
					[12, one],
					[11, one],
				],
			];
			const page = async (number: number, size: number) => {
				const { entries, ...place } = await read(number, size);
				return { ...place, found: entries.map(({ number: of, unit }) => [of, unit.id]) };
			};
			expect(await page(1, 20)).toEqual({ page: 1, pages: 1, found: expected });
			const pages = [await page(1, 3), await page(2, 3), await page(3, 3)];
			expect(pages.flatMap(({ found }) => found)).toEqual(expected);
			expect(pages.map((each) => [each.page, each.pages, each.found.length])).toEqual([
				...[
					[1, 3, 3],
					[2, 3, 3],
					[3, 3, 1],
				],
			]);
			expect(await page(99, 3)).toEqual(pages[2]);
		}));

	it('are none at first', () =>
		rolledBack(handle(), async (database) => {
			const { read } = await setUp(database);
			expect(await read(3)).toEqual({ entries: [], page: 1, pages: 1 });
		}));
});
