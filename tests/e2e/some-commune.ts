import type { APIRequestContext } from '@playwright/test';
import type { Snapshot } from '../../src/lib/contracts/events';
import { serverAddress } from './environment';

/** One that has figures for everybody, with the month of them. */
export async function someCommune(request: APIRequestContext) {
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
	const unit = snapshot.units.find(({ id }) =>
		snapshot.figures.some(({ unitId }) => unitId === id),
	);
	if (!unit) throw new Error('The demo province has approved figures.');
	return { ...unit, month: snapshot.period.code };
}

/** Of an address that the server gives out for itself. */
export const pathOf = (address: string) => address.replace(serverAddress, '');
