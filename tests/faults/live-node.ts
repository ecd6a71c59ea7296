import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DatabaseHandle } from '../../src/lib/server/db/client';
import { attachLive } from '../../src/lib/server/live/attach';
import type { LiveAccess } from '../../src/lib/server/live/live';

export interface LiveNode {
	url: string;
	/** Attaches anew, as a hot reload does. */
	reload(): Promise<void>;
	stop(): Promise<void>;
}

/** Serves live changes in this process, as one node of an installation. */
export async function startLiveNode(handle: DatabaseHandle, access: LiveAccess): Promise<LiveNode> {
	const server = createServer();
	let detach = await attachLive(server, handle, access, undefined);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		async reload() {
			detach = await attachLive(server, handle, access, undefined);
		},
		async stop() {
			await detach();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
