import type { ServerToClientEvents } from '../../contracts/events';
import type { LiveServer } from './live-server';

/** A client that has left this many bytes unread is let go, and comes back when it reads again. */
const mostUnread = 4_000_000;

/**
 * Sends an event to all of a room: encoded once, as one WebSocket frame that goes out to everybody as it
 * is. Socket.IO itself encodes once too, but then passes each client's copy through its own queues,
 * which takes longer than the sending.
 */
export function broadcast<Event extends keyof ServerToClientEvents>(
	io: LiveServer,
	room: string,
	event: Event,
	...data: Parameters<ServerToClientEvents[Event]>
): void {
	const { adapter, sockets } = io.of('/');
	// 4: a message of Engine.IO's; 2: an event of Socket.IO's.
	const frame = textFrame(`42${JSON.stringify([event, ...data])}`);
	for (const id of adapter.rooms.get(room) ?? []) {
		const socket = sockets.get(id);
		if (socket?.conn.readyState !== 'open') continue;
		const connection = socket.conn.request.socket;
		if (connection.writableLength > mostUnread) socket.disconnect(true);
		// Nothing of the library's own is on its way out, between whose parts this could come.
		else if (socket.conn.transport.writable) connection.write(frame);
		else socket.emit(event, ...data);
	}
}

/** A whole text message as a server sends it: not masked, not compressed (RFC 6455, 5.2). */
export function textFrame(text: string): Buffer {
	const payload = Buffer.from(text);
	const { length } = payload;
	const finalText = 0x81;
	if (length < 126) return Buffer.concat([Buffer.from([finalText, length]), payload]);
	const isShort = length < 0x1_0000;
	const header = Buffer.alloc(isShort ? 4 : 10);
	header[0] = finalText;
	header[1] = isShort ? 126 : 127;
	if (isShort) header.writeUInt16BE(length, 2);
	else header.writeBigUInt64BE(BigInt(length), 2);
	return Buffer.concat([header, payload]);
}
