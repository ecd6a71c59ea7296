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
	'/(public)/badge/[token]': 'everybody',
	'/(public)/search': 'everybody',
	'/(public)/method': 'everybody',
	'/(public)/structure': 'everybody',
	'/(public)/sign-in': 'everybody',
	'/(public)/sign-in/code/[[code]]': 'everybody',
	'/(public)/sign-in/second-factor': 'everybody',
	'/(public)/practices': 'everybody',
	'/(public)/practices/[practice]': 'everybody',
	'/(public)/practices/[practice]/photos/[photo]': 'everybody',
	'/(public)/forbidden/[...path]': 'everybody',
	'/sign-out': 'everybody',
	'/(wall)/wall': roles,
	'/(internal)/account': 'signedIn',
	'/(internal)/activities': roles,
	'/(internal)/activities/new': ['reporter', 'administrator'],
	'/(internal)/activities/[activity]': roles,
	'/(internal)/activities/[activity]/photo': ['reporter', 'approver', 'administrator'],
	'/(internal)/tickets': roles,
	'/(internal)/tickets/new': ['reporter', 'administrator'],
	'/(internal)/tickets/[ticket]': roles,
	'/(internal)/administration': ['reporter', 'administrator'],
	'/(internal)/administration/leaders': ['reporter', 'administrator'],
	'/(internal)/administration/users': ['administrator'],
	'/(internal)/administration/users/new': ['administrator'],
	'/(internal)/administration/users/[name]': ['administrator'],
	'/(internal)/administration/units': ['administrator'],
	'/(internal)/administration/catalogue': ['administrator'],
	'/(internal)/administration/personal-data': ['administrator'],
	'/(internal)/administration/log': ['administrator'],
	'/(internal)/administration/deadlines': ['administrator'],
	'/(internal)/administration/rules': ['administrator'],
	'/(internal)/teams': roles,
	'/(internal)/teams/[team]': roles,
	'/(internal)/teams/new': ['reporter', 'approver', 'administrator'],
	'/(internal)/teams/[team]/edit': ['reporter', 'approver', 'administrator'],
	'/(internal)/teams/[team]/members/new': ['reporter', 'approver', 'administrator'],
	'/(internal)/teams/[team]/members/[member]': ['reporter', 'approver', 'administrator'],
	'/(internal)/teams/[team]/merge': ['reporter', 'approver', 'administrator'],
	'/(internal)/teams/[team]/badges': ['reporter', 'approver', 'administrator'],
	'/(internal)/teams/[team]/papers/[paper]': ['reporter', 'approver', 'administrator'],
	'/(internal)/targets': roles,
	'/(internal)/targets/[unit]/[indicator]': roles,
	'/(internal)/practices-review': ['reporter', 'approver', 'administrator'],
	'/(internal)/practices-review/new': ['reporter', 'administrator'],
	'/(internal)/practices-review/[practice]': ['reporter', 'approver', 'administrator'],
	'/(internal)/practices-review/[practice]/photos/[photo]': [
		'reporter',
		'approver',
		'administrator',
	],
	'/(internal)/library': roles,
	'/(internal)/library/new': ['approver', 'administrator'],
	'/(internal)/library/[material]': roles,
	'/(internal)/library/[material]/file': roles,
	'/(internal)/brief': roles,
	'/(internal)/ranking': roles,
	'/(internal)/entry': ['reporter', 'administrator'],
	// The empty page that a phone keeps for when it has no connection: nobody's data is in it.
	'/(internal)/entry/shell': 'everybody',
	'/(internal)/reports': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/files': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/files/download': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/files/[upload]': ['reporter', 'administrator'],
	'/(internal)/reports/files/[upload]/[file]': ['reporter', 'administrator'],
	'/(internal)/reports/official': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/official/draft': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/status': roles,
	'/(internal)/reports/[unit]/[period]': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/[unit]/[period]/tally': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/[unit]/[period]/history': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/[unit]/[period]/receipt': ['reporter', 'approver', 'administrator'],
	'/(internal)/reports/[unit]/[period]/roll-up': ['reporter', 'administrator'],
	'/(internal)/delegations': ['approver', 'administrator'],
	'/(internal)/teams/import': ['reporter', 'approver', 'administrator'],
	'/(internal)/teams/import/[import]': ['reporter', 'approver', 'administrator'],
	'/(internal)/teams/export': ['reporter', 'approver', 'administrator'],
	'/api/entry': ['reporter', 'administrator'],
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
