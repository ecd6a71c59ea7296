import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../contracts/coverage';
import {
	filterEntries,
	rank,
	sortEntries,
	sortKeys,
	type RankedEntry,
	type RankingEntry,
} from './rank';
import { pageOf } from '../contracts/pages';

let nextId = 1;

function share(able: number, base: number, reportedShare: number | null = 1): Reading {
	return { kind: 'share', share: able / base, able, base, reportedShare };
}

function entry(given: Partial<RankingEntry>): RankingEntry {
	const unitId = nextId++;
	return {
		unitId,
		kind: 'xa',
		name: `Xã ${unitId}`,
		searchName: `xa ${unitId}`,
		path: '/commune/00001',
		commune: null,
		register: 100,
		mostHouseholds: null,
		reading: share(50, 100),
		basis: 'approved',
		ownReport: false,
		otherShare: null,
		monthGrowth: 0,
		yearGrowth: 0,
		reportsDue: 12,
		reportsOnTime: 12,
		timeliness: 'onTime',
		...given,
	};
}

const places = (entries: RankedEntry[]) => entries.map(({ standing }) => standing.place);
const reasons = (entries: RankedEntry[]) => entries.map(({ standing }) => standing.reason);

describe('places', () => {
	it('are shared by equal shares of different counts, and the next are skipped', () => {
		const ranked = rank(
			[share(3, 10), share(2, 3), share(90, 100), share(200, 300)].map((reading) =>
				entry({ reading }),
			),
			'coverage',
		);
		expect(places(ranked)).toEqual([1, 2, 2, 4]);
		expect(ranked.map(({ standing }) => standing.shared)).toEqual([false, true, true, false]);
	});

	it('are not given where there is not enough to compare, and the reason is', () => {
		const ranked = rank(
			[
				entry({ reading: { kind: 'none' } }),
				entry({ reading: { kind: 'insufficient', reportedShare: 0.49 } }),
				entry({ reading: { kind: 'hidden', class: 5 } }),
				entry({ reading: share(10, 10, null) }),
				entry({ reading: share(1, 10) }),
			],
			'coverage',
		);
		expect(places(ranked)).toEqual([1, null, null, null, null]);
		expect(reasons(ranked)).toEqual([null, 'none', 'insufficient', 'hidden', 'registerUnknown']);
	});

	it("trust a unit's own report without a register: it speaks for the whole unit", () => {
		const ranked = rank([entry({ reading: share(1, 2, null), ownReport: true })], 'coverage');
		expect(places(ranked)).toEqual([1]);
	});

	it('are not given for more households than the register allows, by whatever criterion', () => {
		const best = entry({ reading: share(111, 111, 1.11), mostHouseholds: 110 });
		const within = entry({ reading: share(50, 110, 1.1), mostHouseholds: 110 });
		const explained = entry({ reading: share(60, 111, 1.11), mostHouseholds: 120 });
		for (const criterion of ['coverage', 'punctuality'] as const) {
			const ranked = rank([best, within, explained], criterion);
			expect(ranked.at(-1)).toMatchObject({
				unitId: best.unitId,
				standing: { place: null, reason: 'aboveRegister' },
			});
			expect(ranked.filter(({ standing }) => standing.place !== null)).toHaveLength(2);
		}
	});

	it('by growth leave out what has no earlier figure, by punctuality what was never due', () => {
		const fresh = entry({ yearGrowth: null, reportsDue: 0, reportsOnTime: 0 });
		expect(reasons(rank([fresh], 'yearGrowth'))).toEqual(['notComparable']);
		expect(reasons(rank([fresh], 'punctuality'))).toEqual(['nothingDue']);
		expect(reasons(rank([fresh], 'monthGrowth'))).toEqual([null]);
	});

	it('by punctuality compare shares: 11 of 11 is before 11 of 12', () => {
		const ranked = rank(
			[
				entry({ name: 'a', reportsOnTime: 11, reportsDue: 12 }),
				entry({ name: 'b', reportsOnTime: 11, reportsDue: 11 }),
			],
			'punctuality',
		);
		expect(ranked.map(({ name }) => name)).toEqual(['b', 'a']);
	});
});

const anyEntry = fc
	.record({
		able: fc.integer({ min: 0, max: 12 }),
		base: fc.integer({ min: 12, max: 15 }),
		kind: fc.constantFrom<Reading['kind']>('share', 'share', 'share', 'none', 'hidden'),
		register: fc.option(fc.integer({ min: 1, max: 50 })),
		growth: fc.option(fc.integer({ min: -5, max: 5 })),
		name: fc.constantFrom('An', 'Đèo Gia', 'Ấp Bắc', 'Yên Sơn'),
	})
	.map(({ able, base, kind, register, growth, name }) =>
		entry({
			name,
			register,
			reading:
				kind === 'share'
					? share(able, base)
					: kind === 'none'
						? { kind }
						: { kind: 'hidden', class: 0 },
			monthGrowth: growth,
		}),
	);
const anyEntries = fc.array(anyEntry, { maxLength: 30 });

describe('any list', () => {
	it('gives a place one above the number of units that are strictly better', () => {
		fc.assert(
			fc.property(anyEntries, (entries) => {
				const ranked = rank(entries, 'coverage');
				const shareOf = (one: RankingEntry) =>
					one.reading.kind === 'share' ? one.reading.share : -1;
				for (const one of ranked) {
					if (one.standing.place === null) continue;
					const better = ranked.filter((other) => shareOf(other) > shareOf(one)).length;
					expect(one.standing.place).toBe(better + 1);
				}
			}),
		);
	});

	it('keeps every unit exactly once, whatever the order, the unranked at the end', () => {
		fc.assert(
			fc.property(
				anyEntries,
				fc.constantFrom(...sortKeys),
				fc.boolean(),
				(entries, key, reversed) => {
					const sorted = sortEntries(rank(entries, 'coverage'), { key, reversed });
					const ids = (list: RankingEntry[]) => list.map(({ unitId }) => unitId).sort();
					expect(ids(sorted)).toEqual(ids(entries));
					const firstUnranked = places(sorted).indexOf(null);
					if (firstUnranked >= 0)
						expect(
							places(sorted)
								.slice(firstUnranked)
								.every((place) => place === null),
						).toBe(true);
				},
			),
		);
	});

	it('does not depend on the order in which units come', () => {
		fc.assert(
			fc.property(anyEntries, (entries) => {
				const order = { key: 'coverage', reversed: false } as const;
				const ids = (list: RankingEntry[]) =>
					sortEntries(rank(list, 'coverage'), order).map(({ unitId }) => unitId);
				expect(ids([...entries].reverse())).toEqual(ids(entries));
			}),
		);
	});

	it('is cut into pages that hold everything once', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (items, size) => {
				const { pages } = pageOf(items, { page: 1, pageSize: size });
				const all = Array.from({ length: pages }, (_, index) =>
					pageOf(items, { page: index + 1, pageSize: size }),
				);
				expect(all.flatMap(({ entries }) => entries)).toEqual(items);
				expect(pageOf(items, { page: pages + 5, pageSize: size }).page).toBe(pages);
			}),
		);
	});
});

describe('order', () => {
	const named = (name: string, given: Partial<RankingEntry> = {}) => entry({ name, ...given });

	it('of names follows Vietnamese rules and numbers in them', () => {
		const sorted = sortEntries(
			rank(
				['Thôn 10', 'Đông', 'Dũng', 'Thôn 2', 'An'].map((name) => named(name)),
				'coverage',
			),
			{ key: 'name', reversed: false },
		);
		expect(sorted.map(({ name }) => name)).toEqual(['An', 'Dũng', 'Đông', 'Thôn 2', 'Thôn 10']);
	});

	it('of households puts the unknown last in both directions', () => {
		const entries = rank(
			[named('a', { register: null }), named('b', { register: 5 }), named('c', { register: 9 })],
			'coverage',
		);
		const names = (reversed: boolean) =>
			sortEntries(entries, { key: 'households', reversed }).map(({ name }) => name);
		expect(names(false)).toEqual(['c', 'b', 'a']);
		expect(names(true)).toEqual(['b', 'c', 'a']);
	});
});

describe('filter', () => {
	const entries = [
		entry({ name: 'Đèo Gia', searchName: 'deo gia' }),
		entry({ name: 'Thôn Đông', searchName: 'dong deo gia' }),
		entry({ name: 'Bản Phủ', searchName: 'ban phu' }),
	];
	const found = (search: string) => filterEntries(entries, search).map(({ name }) => name);

	it('finds a unit by its own name or that of its commune', () => {
		expect(found('deo')).toEqual(['Đèo Gia', 'Thôn Đông']);
		expect(found('')).toHaveLength(3);
		expect(found('khong co')).toEqual([]);
	});

	it('takes the kind in front of a name as said, and as part of a name', () => {
		expect(found('xa deo gia')).toEqual(['Đèo Gia', 'Thôn Đông']);
		expect(found('ban phu')).toEqual(['Bản Phủ']);
	});
});
