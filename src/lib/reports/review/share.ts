import type { HouseholdSkills } from '../schemas';

/** Households in which one member is able in all five skills, of all households of a report. */
export interface Share {
	able: number;
	households: number;
	/** 0–1. */
	share: number;
}

/** Null where either is unknown, or there is no household. */
export function shareOf({
	households,
	allFive,
}: Partial<Pick<HouseholdSkills, 'households' | 'allFive'>>): Share | null {
	if (households == null || households === 0 || allFive == null) return null;
	return { able: allFive, households, share: allFive / households };
}

/** More households were reported than there are: one of the two numbers is wrong. */
export const exceedsRegister = (
	households: number | null,
	register: number | null,
	explained: number | null,
): boolean =>
	households !== null && register !== null && households > Math.max(register, explained ?? 0);
