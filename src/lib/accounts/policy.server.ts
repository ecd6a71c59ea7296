import { roles, type Actor, type Role } from '../contracts/accounts';

/** Who may open a route: everybody, anybody signed in, or holders of one of the roles (on any unit). */
export type Access = 'everybody' | 'signedIn' | readonly Role[];

/**
 * Every route of the product, whatever the method. A route that isn't here is refused: adding one
 * without deciding who may open it fails closed. Which units a role reaches is decided by the verb
 * that the route calls.
 */
export const routeAccess: Readonly<Record<string, Access>> = {
	'/(public)': 'everybody',
	'/(public)/commune/[unit]': 'everybody',
	'/(public)/commune/[unit]/[day]': 'everybody',
	'/(public)/search': 'everybody',
	'/(public)/method': 'everybody',
	'/(public)/structure': 'everybody',
	'/(public)/sign-in': 'everybody',
	'/sign-out': 'everybody',
	'/(wall)/wall': roles,
	'/(internal)/account': 'signedIn',
	'/(internal)/ranking': roles,
	'/(internal)/reports': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/[unit]/[period]': ['reporter', 'approver', 'administrator'],
	'/api/v1/boundaries/[hash]': 'everybody',
	'/api/v1/changes': 'everybody',
	'/api/v1/openapi.json': 'everybody',
	'/api/v1/reports': ['reporter', 'administrator'],
	'/api/v1/reports/[unit]/[period]/decision': ['approver', 'administrator'],
	'/api/v1/snapshot': 'everybody',
	'/healthz': 'everybody',
	'/readyz': 'everybody',
};

export function mayOpen(routeId: string | null, actor: Actor | null): boolean {
	if (routeId === null || !Object.hasOwn(routeAccess, routeId)) return false;
	const access = routeAccess[routeId];
	if (access === undefined) return false;
	if (access === 'everybody') return true;
	if (actor === null) return false;
	return access === 'signedIn' || actor.grants.some(({ role }) => access.includes(role));
}
