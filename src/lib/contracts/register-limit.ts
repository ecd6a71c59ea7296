import type { PlaceName } from './admin-units';

/** How many percent above its register a unit may report, where no version of the rules says else. */
export const firstRegisterMarginPercent = 10;

/** What the households that a unit reports are held against. */
export interface RegisterLimit {
	unit: PlaceName;
	/** Households on the register of the whole unit. */
	register: number;
	/** The most that are taken in: the register with its margin, or what was explained. */
	limit: number;
	/** The most that was explained, for the unit or for what lies in it; null: nothing. */
	explained: number | null;
	/** Why that many, where it was said of the unit as a whole. Internal, free text. */
	reason: string | null;
}

/** @param explained the most that the level above has explained; null: nothing. */
export function mostHouseholds(
	register: number,
	marginPercent: number,
	explained: number | null = null,
): number {
	return Math.max(Math.floor((register * (100 + marginPercent)) / 100), explained ?? 0);
}

/** What a register allows by itself, where nothing else is known. */
export const usualMostHouseholds = (register: number | null): number | null =>
	register === null ? null : mostHouseholds(register, firstRegisterMarginPercent);

/** Why more households than on the register are right, said by the level above. */
export interface RegisterExplanation {
	id: number;
	/** Up to so many households. */
	households: number;
	reason: string;
	/** Who said so, and when, as an ISO instant. */
	by: string;
	at: string;
	/** Who took it back, and when; null while it holds. */
	withdrawn: { by: string; at: string } | null;
}
