import type { APIRequestContext } from '@playwright/test';
import { routeAccess } from '../../src/lib/accounts/access/policy.server';
import { toAddress } from '../../src/lib/messages/addresses';

/** Something that exists for each parameter of a route. */
const sound: Record<string, string> = {
	unit: '',
	period: '2026-10',
	day: '2026-10-01',
	name: 'e2e-own',
	indicator: 'outreachSessions',
};

/** A route with its parameters filled in; `odd` takes the place of the one at `position`. */
export function address(route: string, position = -1, odd = ''): string {
	let index = 0;
	const path = route
		.replace(/\/\([a-z]+\)/g, '')
		.replace(/\[+(?:\.\.\.)?([a-z]+)\]+/g, (_, name: string) =>
			index++ === position ? odd : (sound[name] ?? '1'),
		);
	return toAddress(path || '/', 'vi');
}

export const routes = Object.keys(routeAccess).filter((route) => !route.includes('/forbidden/'));

/** Once a test, before an address is asked for. @returns the code of the commune that they name. */
export async function findSomeCommune(request: APIRequestContext): Promise<string> {
	const snapshot = (await (await request.get('/api/v1/snapshot?stream=public')).json()) as {
		units: { code: string; level: string }[];
	};
	return (sound.unit = snapshot.units.find(({ level }) => level === 'commune')?.code ?? '');
}
