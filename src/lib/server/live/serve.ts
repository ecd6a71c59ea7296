import { app, httpServer } from '../app';
import { attachLive } from './attach';
import type { LiveAccess } from './live';

/** Serves live changes on the HTTP server of the process; does nothing where there is none. */
export async function serveLive(access: LiveAccess): Promise<void> {
	const server = httpServer();
	if (!server) return;
	const { beforeStop, config, handle } = app();
	beforeStop.set('live', await attachLive(server, handle, access, config.origin));
}
