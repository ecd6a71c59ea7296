import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { ClientToServerEvents, ServerToClientEvents } from '../../contracts/events';
import type { Audience } from './streams';

/** A signed-in visitor or a paired screen, and the topmost units whose internal figures it may see. */
export interface LiveSession {
	/** Of a session or a screen, of no two the same. */
	key: string;
	unitIds: readonly number[];
	/** Of a paired screen, which says how it is. */
	screenId?: number;
}

/** Where a socket listens, and by which session, which only an internal stream has. */
export interface Place {
	audience: Audience;
	session: LiveSession | null;
}

interface SocketData {
	place?: Place;
	/** A question of its is being answered: one at a time. */
	asking?: boolean;
	/** When a report of its was last kept, in milliseconds since the epoch. */
	reportedAt?: number;
}

export type LiveServer = Server<
	ClientToServerEvents,
	ServerToClientEvents,
	DefaultEventsMap,
	SocketData
>;
export type LiveSocket = Socket<
	ClientToServerEvents,
	ServerToClientEvents,
	DefaultEventsMap,
	SocketData
>;
