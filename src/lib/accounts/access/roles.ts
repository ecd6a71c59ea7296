import type { Role } from '../../contracts/accounts';

/** An administrator may do everything in their unit, and whoever has a role may look at it. */
export function covers(granted: Role, asked: Role): boolean {
	return granted === asked || granted === 'administrator' || asked === 'viewer';
}
