import { defaultSufficientShare } from './numbers/shown-share';

/** Approved figures are public; provisional ones (newest revision not returned) are internal. */
export const bases = ['approved', 'provisional'] as const;
export type Basis = (typeof bases)[number];

/** What leaders see first, on the wall as in the brief; the other basis stands beside it. */
export const leadingBasis = 'approved' satisfies Basis;

/** What is counted in households, in the order of every `able` and `base` array. */
export const measures = [
	'allFive',
	'skill1',
	'skill2',
	'skill3',
	'skill4',
	'skill5',
	'assisted',
	'vneid',
	'serviceAccount',
] as const;
export type Measure = (typeof measures)[number];

/** The measures a map can be coloured by. */
export const mapMeasures = [
	'allFive',
	'skill1',
	'skill2',
	'skill3',
	'skill4',
	'skill5',
] as const satisfies readonly Measure[];
export type MapMeasure = (typeof mapMeasures)[number];

/**
 * One unit's figures of one period on one basis, as sent to browsers. In a public record `able[k]`
 * is null where the count is hidden ("< 5"); `hiddenClass[k]` then still tells the map its colour.
 * In an internal record nothing is hidden.
 */
export interface UnitFigures {
	unitId: number;
	basis: Basis;
	/** Households by measure; null = hidden. Base 0 = unknown, not "nobody". */
	able: (number | null)[];
	base: number[];
	hiddenClass?: (number | null)[];
	/** ISO instants: when the last counted report was received, and when the newest was approved. */
	receivedAt: string;
	approvedAt: string | null;
	/** The unit's own report, which speaks for all of its households; else the sum of those below. */
	ownReport?: true;
}

/** How far reporting has come, whatever the numbers say: public, since it holds no figure of a household. */
export interface UnitStatus {
	unitId: number;
	/** Reports received from the unit and below it, of which before their own due date. */
	reports: number;
	reportsOnTime: number;
	/** A commune that reported by itself is complete, however many of its villages did. */
	ownReport: boolean;
	/** ISO instant when the last of them was first received; null while there are none. */
	receivedAt: string | null;
}

/** What a screen shows for one measure of one unit, decided once for all screens. */
export type Reading =
	| { kind: 'share'; share: number; able: number; base: number; reportedShare: number | null }
	| { kind: 'hidden'; class: number | null }
	| { kind: 'insufficient'; reportedShare: number | null }
	| { kind: 'none' };

/**
 * Reads one measure of one unit. `register` = households on the register, null = unknown; without a
 * register nobody can tell how much was reported, so the share is shown with `reportedShare: null`.
 */
export function readMeasure(
	figures: Pick<UnitFigures, 'able' | 'base' | 'hiddenClass'> | undefined,
	measure: Measure,
	register: number | null,
	sufficientShare: number = defaultSufficientShare,
): Reading {
	const index = measures.indexOf(measure);
	const base = figures?.base[index] ?? 0;
	if (!figures || base === 0) return { kind: 'none' };
	const reportedShare = register ? base / register : null;
	if (reportedShare !== null && reportedShare < sufficientShare)
		return { kind: 'insufficient', reportedShare };
	const able = figures.able[index] ?? null;
	if (able === null) return { kind: 'hidden', class: figures.hiddenClass?.[index] ?? null };
	return { kind: 'share', share: able / base, able, base, reportedShare };
}

export type UnplacedReason =
	| 'none'
	| 'insufficient'
	| 'hidden'
	| 'registerUnknown'
	| 'aboveRegister';

/**
 * Why a unit can't be placed among others by a measure; null where it can. A sum of reports whose
 * part of all households nobody knows isn't compared; a report of the unit itself is. Neither is one
 * of more households than its register allows, until the level above has explained them.
 * @param mostHouseholds that the unit's register allows; null: nothing is known against it.
 */
export function unplacedReason(
	reading: Reading,
	isOwnReport: boolean,
	mostHouseholds: number | null,
): UnplacedReason | null {
	if (reading.kind !== 'share') return reading.kind;
	if (mostHouseholds !== null && reading.base > mostHouseholds) return 'aboveRegister';
	return reading.reportedShare === null && !isOwnReport ? 'registerUnknown' : null;
}
