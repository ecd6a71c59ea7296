import type { Role } from '../contracts/accounts';

/** An administrator may do everything in their unit, and whoever has a role may look at it. */
export function covers(held: Role, asked: Role): boolean {
	return held === asked || held === 'administrator' || asked === 'viewer';
}
