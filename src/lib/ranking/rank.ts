import type { PlaceName, UnitKind } from '../contracts/admin-units';
import {
	unplacedReason,
	type Basis,
	type Reading,
	type UnplacedReason,
} from '../contracts/coverage';
import { compareNames } from '../contracts/text/name-order';
import type { Timeliness } from '../contracts/reports';

/** What units can be ordered by; the first four of them also give places. */
export const sortKeys = [
	'coverage',
	'monthGrowth',
	'yearGrowth',
	'punctuality',
	'name',
	'households',
] as const;
export type SortKey = (typeof sortKeys)[number];

export const criteria = ['coverage', 'monthGrowth', 'yearGrowth', 'punctuality'] as const;
export type Criterion = (typeof criteria)[number];

/** One commune or one village with a team, with everything that its line in the table says. */
export interface RankingEntry {
	unitId: number;
	kind: UnitKind;
	name: string;
	/** Where a commune lies, if another in the ranking bears its name. */
	within?: PlaceName | undefined;
	/** Lower case without accents, for the filter. */
	searchName: string;
	/** Of the commune's page, or of the page of a village's commune: `/commune/07294`. */
	path: string;
	/** The commune of a village; null for a commune. */
	commune: { kind: UnitKind; name: string } | null;
	/** Households on the register, null = unknown. */
	register: number | null;
	/** The most that it may report of them unexplained; null: no register says. */
	mostHouseholds: number | null;
	/** All five skills, on `basis`: that of the list, or approved where no more may be seen. */
	reading: Reading;
	basis: Basis;
	/** The unit's own report: it speaks for all of its households, whatever the register says. */
	ownReport: boolean;
	/** Share 0–1 on the other basis, where there is one that differs and may be seen. */
	otherShare: number | null;
	/** Differences of shares; null where the unit has no figure in both months. */
	monthGrowth: number | null;
	yearGrowth: number | null;
	/** Of the last twelve months whose deadline has passed. */
	reportsDue: number;
	reportsOnTime: number;
	timeliness: Timeliness;
}

/** Why a unit has no place. */
export type UnrankedReason = UnplacedReason | 'notComparable' | 'nothingDue';

export type Standing =
	| { place: number; shared: boolean; reason: null }
	| { place: null; shared: false; reason: UnrankedReason };

export type RankedEntry = RankingEntry & { standing: Standing };

/** What a criterion orders by, the higher the better; null where there is nothing to compare. */
export function criterionValue(entry: RankingEntry, criterion: Criterion): number | null {
	switch (criterion) {
		case 'coverage':
			return entry.reading.kind === 'share' ? entry.reading.share : null;
		case 'monthGrowth':
			return entry.monthGrowth;
		case 'yearGrowth':
			return entry.yearGrowth;
		case 'punctuality':
			return entry.reportsDue === 0 ? null : entry.reportsOnTime / entry.reportsDue;
	}
}

/** Why the entry gets no place by the criterion; null when it does. */
export function unrankedReason(entry: RankingEntry, criterion: Criterion): UnrankedReason | null {
	const unplaced = unplacedReason(entry.reading, entry.ownReport, entry.mostHouseholds);
	if (unplaced !== null) return unplaced;
	if (criterionValue(entry, criterion) !== null) return null;
	return criterion === 'punctuality' ? 'nothingDue' : 'notComparable';
}

/** Differences below this are rounding of the division, not a difference between units. */
const equalWithin = 1e-9;

/**
 * Gives every entry its place by the criterion, best first, and those without one after them in the
 * order given. Equal values share a place and the next ones are skipped: 1, 2, 2, 4.
 */
export function rank(entries: readonly RankingEntry[], criterion: Criterion): RankedEntry[] {
	const ranked: { entry: RankingEntry; value: number }[] = [];
	const unranked: RankedEntry[] = [];
	for (const entry of entries) {
		const reason = unrankedReason(entry, criterion);
		if (reason === null) ranked.push({ entry, value: criterionValue(entry, criterion) ?? 0 });
		else unranked.push({ ...entry, standing: { place: null, shared: false, reason } });
	}
	ranked.sort((a, b) => b.value - a.value);
	const places: number[] = [];
	ranked.forEach(({ value }, index) => {
		const before = ranked[index - 1];
		const ties = before !== undefined && before.value - value < equalWithin;
		places.push(ties ? (places[index - 1] ?? 1) : index + 1);
	});
	const withPlaces = ranked.map(({ entry }, index): RankedEntry => {
		const place = places[index] ?? index + 1;
		const shared = place === places[index - 1] || place === places[index + 1];
		return { ...entry, standing: { place, shared, reason: null } };
	});
	return [...withPlaces, ...unranked];
}

export interface Order {
	key: SortKey;
	/** The column's usual direction turned round. */
	reversed: boolean;
}

/** The criterion that an order gives places by; names and households say nothing about merit. */
export function criterionOf(key: SortKey): Criterion {
	return criteria.find((criterion) => criterion === key) ?? 'coverage';
}

/** Whether the column runs from high to low unless it is reversed. */
export function startsHigh(key: SortKey): boolean {
	return key !== 'name';
}

/** Ranked entries in the order asked for, the unranked after them by name; names by Vietnamese rules. */
export function sortEntries(entries: readonly RankedEntry[], order: Order): RankedEntry[] {
	const byName = (a: RankedEntry, b: RankedEntry) =>
		compareNames(a.name, b.name) ||
		compareNames(a.commune?.name ?? '', b.commune?.name ?? '') ||
		a.unitId - b.unitId;
	const direction = order.reversed ? -1 : 1;
	const byOrder = (a: RankedEntry, b: RankedEntry) => {
		if (order.key === 'name') return direction * byName(a, b);
		const difference =
			order.key === 'households'
				? compareUnknownLast(a.register, b.register, direction)
				: direction * ((a.standing.place ?? 0) - (b.standing.place ?? 0));
		return difference || byName(a, b);
	};
	const ranked = entries.filter(({ standing }) => standing.place !== null);
	const unranked = entries.filter(({ standing }) => standing.place === null);
	return [...ranked.sort(byOrder), ...unranked.sort(byName)];
}

function compareUnknownLast(a: number | null, b: number | null, direction: number): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return direction * (b - a);
}

/** Kinds as people type them before a name. */
const kindWords = /^(?:xa|phuong|thi tran|dac khu|thon|ban|to dan pho|tdp|khu pho|to)(?= )\s*/;

/** Those whose own or whose commune's name holds the words; `search` as `searchName` is written. */
export function filterEntries<Entry extends RankingEntry>(
	entries: readonly Entry[],
	search: string,
): Entry[] {
	const name = search.replace(kindWords, '');
	return entries.filter(
		({ searchName }) => searchName.includes(search) || searchName.includes(name),
	);
}
