import type { IncomingMessage, RequestListener, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { DatabaseHandle } from '../db/client';
import { Live, type LiveAccess } from './live';
import type { LiveServer } from './live-server';
import { isOwnOrigin } from './origin';

/** What survives a hot reload: a second engine on the same HTTP server would answer twice. */
interface Attached {
	io: LiveServer;
	httpServer: HttpServer;
	isAllowed: (request: IncomingMessage) => boolean;
	live: Live | undefined;
}

const key = Symbol.for('nhip-so.live');
const store = globalThis as { [key]?: Attached };

/** No message of a client's is longer than this; longer ones close the connection. */
const longestMessage = 4_096;

/**
 * Serves live changes on an HTTP server. Called again after a hot reload, it replaces what the
 * sockets do and has the clients come back.
 * @returns what to do before the database closes.
 */
export async function attachLive(
	httpServer: HttpServer,
	handle: DatabaseHandle,
	access: LiveAccess,
	ownOrigin: string | undefined,
): Promise<() => Promise<void>> {
	const attached = store[key]?.httpServer === httpServer ? store[key] : open(httpServer);
	store[key] = attached;
	await attached.live?.stop();
	attached.isAllowed = (request) => isOwnOrigin(request, ownOrigin);
	const live = new Live(attached.io, handle, access);
	attached.live = live;
	await live.start();
	return () => live.stop();
}

function open(httpServer: HttpServer): Attached {
	const answering = httpServer.listeners('request') as RequestListener[];
	const attached: Attached = {
		io: new Server(httpServer, {
			serveClient: false,
			transports: ['websocket'],
			perMessageDeflate: false,
			maxHttpBufferSize: longestMessage,
			connectTimeout: 10_000,
			allowRequest: (request, decide) => {
				decide(null, attached.isAllowed(request));
			},
		}),
		httpServer,
		isAllowed: () => false,
		live: undefined,
	};
	// Sockets come as upgrades alone: ordinary requests stay with SvelteKit, so none is answered twice.
	httpServer.removeAllListeners('request');
	for (const listener of answering) httpServer.on('request', listener);
	return attached;
}
