import type { Socket } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '../contracts/events';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Milliseconds after which an answer isn't waited for any longer. */
export const answerTimeout = 8_000;

/** A socket that isn't connected yet, by WebSocket alone. @param url origin of the server; undefined: the page's */
export async function openSocket(url: string | undefined): Promise<LiveSocket> {
	const { io } = await import('socket.io-client');
	const options = {
		transports: ['websocket'],
		autoConnect: false,
		forceNew: true,
		reconnectionDelay: 500,
		reconnectionDelayMax: 5_000,
		timeout: answerTimeout,
	};
	return url === undefined ? io(options) : io(url, options);
}
