import type { Socket } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '../contracts/events';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Milliseconds after which an answer isn't waited for any longer. */
export const answerTimeout = 8_000;
/** Between two attempts at most: a wall has five seconds to be right again, its pages loaded anew. */
const longestPause = 2_500;

/** A socket that isn't connected yet, by WebSocket alone. @param url origin of the server; undefined: the page's */
export async function openSocket(url: string | undefined): Promise<LiveSocket> {
	const { io } = await import('socket.io-client');
	const options = {
		transports: ['websocket'],
		autoConnect: false,
		forceNew: true,
		reconnectionDelay: 500,
		reconnectionDelayMax: longestPause,
		timeout: answerTimeout,
	};
	return url === undefined ? io(options) : io(url, options);
}
