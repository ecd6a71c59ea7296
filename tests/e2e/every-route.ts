import type { APIRequestContext } from '@playwright/test';
import { routeAccess } from '../../src/lib/accounts/access/policy.server';
import { toAddress } from '../../src/lib/messages/addresses';
import type { Visitor } from './environment';

/** Something that exists for each parameter of a route. */
const sound: Record<string, string> = {
	unit: '',
	period: '2026-10',
	day: '2026-10-01',
	name: 'e2e-own',
	indicator: 'outreachSessions',
};

/** Who is put forward is put forward in the season that is under way; the other one shows all the rest. */
const seasonOf = (route: string) => (route.endsWith('/nominations/new') ? '2' : '1');

/** A route with its parameters filled in; `odd` takes the place of the one at `position`. */
export function address(route: string, position = -1, odd = ''): string {
	let index = 0;
	const path = route
		.replace(/\/\([a-z]+\)/g, '')
		.replace(/\[+(?:\.\.\.)?([a-z]+)\]+/g, (_, name: string) =>
			index++ === position ? odd : name === 'season' ? seasonOf(route) : (sound[name] ?? '1'),
		);
	return toAddress(path || '/', 'vi');
}

export const routes = Object.keys(routeAccess).filter((route) => !route.includes('/forbidden/'));

const roomsOfCouncil = /\/awards\/\[season\]\/(council|session)\b/;

/** Somebody who may open a route: who sits on the council, of what it alone sees; else the administrator. */
export function visitorOf(route: string): Visitor {
	if (roomsOfCouncil.test(route)) return 'councillor';
	const access = routeAccess[route];
	if (typeof access !== 'object' || access.includes('administrator')) return 'administrator';
	return access.includes('committee') ? 'committee' : (access[0] ?? 'administrator');
}

/** Once a test, before an address is asked for. @returns the code of the commune that they name. */
export async function findSomeCommune(request: APIRequestContext): Promise<string> {
	const snapshot = (await (await request.get('/api/v1/snapshot?stream=public')).json()) as {
		units: { code: string; level: string }[];
	};
	return (sound.unit = snapshot.units.find(({ level }) => level === 'commune')?.code ?? '');
}
