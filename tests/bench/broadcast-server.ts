import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { openDatabase } from '../../src/lib/server/db/client';
import { attachLive } from '../../src/lib/server/live/attach';
import { broadcast } from '../../src/lib/server/live/broadcast';
import type { LiveServer } from '../../src/lib/server/live/live-server';
import { answerParent } from './child';
import { clock } from './measure';

/** Either the product's live server, or nothing but `ws`; both in a process of their own. */
const [kind, databaseUrl] = process.argv.slice(2);
const server = createServer();
const send = kind === 'live' ? await serveLive() : serveBare();
server.listen(0, '127.0.0.1');
await once(server, 'listening');

answerParent({
	port: () => (server.address() as AddressInfo).port,
	/** @returns when it began. */
	send(text: string) {
		const began = clock();
		send(text);
		return began;
	},
});

async function serveLive() {
	const handle = await openDatabase({ databaseUrl, dataDirectory: '' });
	const visitors = { identify: () => Promise.resolve(null) };
	const access = { ...visitors, currentSessions: () => Promise.resolve(new Map()) };
	await attachLive(server, handle, access, undefined);
	const { io } = (globalThis as Record<symbol, unknown>)[Symbol.for('nhip-so.live')] as {
		io: LiveServer;
	};
	// As the feed does, with the batch that makes these bytes.
	return (text: string) => {
		const [, batch] = JSON.parse(text.slice(2)) as [string, never];
		broadcast(io, 'public', 'changes', batch);
	};
}

function serveBare() {
	const sockets = new WebSocketServer({ server, perMessageDeflate: false });
	return (text: string) => {
		const bytes = Buffer.from(text);
		for (const client of sockets.clients) client.send(bytes, { binary: false });
	};
}
