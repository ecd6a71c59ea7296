import type { JsonValue } from '../text/canonical-json';

/** What is drawn by lot: households by their number on the tally sheet, or sessions of the log. */
export const checkSubjects = ['households', 'sessions'] as const;
export type CheckSubject = (typeof checkSubjects)[number];

/** What a visit found. Who wasn't there or wouldn't answer counts neither way and is shown beside. */
export const checkFindings = ['asReported', 'notAsReported', 'notReached'] as const;
export type CheckFinding = (typeof checkFindings)[number];

/** How a finding came in. */
export const checkChannels = ['phone', 'paper'] as const;
export type CheckChannel = (typeof checkChannels)[number];

/** Sides of the dice that are rolled. */
export const diceSides = [6, 10] as const;
export type DiceSides = (typeof diceSides)[number];

/** Where things to draw from lie: so many households from number 1 on, or the sessions by their ids. */
export type CheckPlace = {
	/** Official code. */
	readonly code: string;
} & ({ readonly households: number } | { readonly sessions: readonly number[] });

/** A unit whose share is wanted: from its places together so many are drawn. */
export interface CheckStratum extends Record<string, JsonValue> {
	readonly unit: string;
	readonly places: readonly CheckPlace[];
}

/** All that can be drawn, fixed and hashed before anybody knows the seed. */
export interface CheckFrame extends Record<string, JsonValue> {
	readonly season: number;
	readonly round: number;
	readonly subject: CheckSubject;
	/** Local day on whose register or log it stands. */
	readonly day: string;
	/** How many are drawn of each unit; of one with fewer, all. */
	readonly perUnit: number;
	readonly diceSides: DiceSides;
	readonly strata: readonly CheckStratum[];
}

/** What was checked in the field: of `n` that could be, `k` were as reported. */
export interface VerifiedShare {
	unitId: number;
	subject: CheckSubject;
	n: number;
	k: number;
}
