/** Approved figures are public; provisional ones (newest revision not returned) are internal. */
export const bases = ['approved', 'provisional'] as const;
export type Basis = (typeof bases)[number];

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

/** Lower bounds of the policy classes, as shares 0–1; the top class is stretched on purpose. */
export const classBounds = [0, 0.2, 0.4, 0.6, 0.8, 0.9] as const;
export const classCount = classBounds.length;

/** Index 0–5 of the policy class of a share 0–1. */
export function classOf(share: number): number {
	return Math.max(
		0,
		classBounds.findLastIndex((bound) => share >= bound),
	);
}

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

/** Below this reported share (0–1) a unit has "not enough data" and is not ranked. A setting. */
export const defaultSufficientShare = 0.5;

/**
 * Reads one measure of one unit. `register` = households on the register, null = unknown; without a
 * register nobody can tell how much was reported, so the share is shown with `reportedShare: null`.
 */
export function readMeasure(
	figures: UnitFigures | undefined,
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
