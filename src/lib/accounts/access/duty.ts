import type { Role } from '../../contracts/accounts';

/** What somebody's day is about. An officer reports for a unit below which others report. */
export type Duty = Role | 'officer';

/** Of several roles the one that others wait for comes first. */
const precedence = [
	'approver',
	'reporter',
	'committee',
	'administrator',
	'viewer',
] as const satisfies readonly Role[];

/** Where each day begins. */
const homes: Record<Duty, string> = {
	approver: '/reports',
	officer: '/reports/status',
	reporter: '/reports/due',
	committee: '/awards',
	administrator: '/administration',
	viewer: '/brief',
};

/**
 * @param hasUnitsBelow whether anybody could report below one of the units.
 * @returns null for whoever has no role.
 */
export function dutyOf(
	grants: readonly { role: Role }[],
	{ hasUnitsBelow }: { hasUnitsBelow: boolean },
): Duty | null {
	const first = precedence.find((role) => grants.some((grant) => grant.role === role));
	return first === 'reporter' && hasUnitsBelow ? 'officer' : (first ?? null);
}

/**
 * The page to which one comes after signing in, and from the product's start: of those who only
 * look on, what they look after as members of a team.
 */
export const homeOf = (duty: Duty | null, { hasAreas = false } = {}): string => {
	if (duty === null) return '/account';
	return duty === 'viewer' && hasAreas ? '/areas' : homes[duty];
};
