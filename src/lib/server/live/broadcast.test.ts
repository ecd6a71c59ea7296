import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './broadcast';

it('makes frames that a WebSocket client reads, of every length and between others', async () => {
	const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
	await once(server, 'listening');
	const texts = [0, 1, 125, 126, 65_535, 65_536, 200_000].map((length) => 'x'.repeat(length));
	texts.push('42["changes",{"xã":"Đèo Gia"}]');
	server.on('connection', (socket, { socket: connection }) => {
		for (const text of texts) {
			connection.write(textFrame(text));
			socket.send(text);
		}
		socket.close();
	});
	const { port } = server.address() as AddressInfo;
	const client = new WebSocket(`ws://127.0.0.1:${port}`);
	const received: string[] = [];
	client.on('message', (data: Buffer, isBinary) => {
		expect(isBinary).toBe(false);
		received.push(data.toString());
	});
	await once(client, 'close');
	server.close();
	expect(received).toEqual(texts.flatMap((text) => [text, text]));
});
