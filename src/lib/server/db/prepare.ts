import type { DatabaseHandle } from './client';

/** Brings a database to the present schema. Safe to run from several nodes and at every start. */
export async function prepareDatabase(handle: DatabaseHandle): Promise<void> {
	await handle.migrate();
}
