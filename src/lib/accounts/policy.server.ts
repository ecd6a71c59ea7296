import type { Actor, Role } from '../contracts/accounts';

/** Who may open a route: everybody, anybody signed in, or holders of one of the roles (on any unit). */
export type Access = 'everybody' | 'signedIn' | readonly Role[];

const everyRole = ['viewer', 'reporter', 'approver', 'committee', 'administrator'] as const;

/**
 * Every route of the product. A route that isn't here is refused: adding one without deciding who
 * may open it fails closed. Which units a role reaches is decided by the verb that the route calls.
 */
export const routeAccess: Readonly<Record<string, Access>> = {
	'/(public)': 'everybody',
	'/healthz': 'everybody',
	'/readyz': 'everybody',
	'/(wall)/wall': everyRole,
};

export function mayOpen(routeId: string | null, method: string, actor: Actor | null): boolean {
	const access = routeId === null ? undefined : routeAccess[routeId];
	if (access === undefined) return false;
	if (access === 'everybody') return true;
	if (actor === null) return false;
	return access === 'signedIn' || actor.grants.some(({ role }) => access.includes(role));
}
