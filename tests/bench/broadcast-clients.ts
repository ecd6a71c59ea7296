import { WebSocket } from 'ws';
import { answerParent } from './child';
import { clock } from './measure';

/** Many clients in one process, as light as can be, the same for both servers. */
const [kind, port, count, after] = process.argv.slice(2);
const clients = Number(count);
const arrivals: number[] = [];
let onLast: (() => void) | undefined;

const isBatch = (data: Buffer) => data.subarray(0, 11).toString() === '42["changes';

function received(data: Buffer) {
	if (!isBatch(data)) return;
	arrivals.push(clock());
	if (arrivals.length === clients) onLast?.();
}

/** Speaks as much of the Socket.IO protocol as it takes to be subscribed. */
function join(socket: WebSocket, done: () => void) {
	const answers: Record<string, string> = { '0': '40', '2': '3' };
	socket.on('message', (data: Buffer) => {
		const text = data.subarray(0, 3).toString();
		const answer = text.startsWith('40')
			? `420["subscribe",{"stream":"public","after":${after}}]`
			: answers[text.charAt(0)];
		if (answer !== undefined) socket.send(answer);
		else if (text === '430') done();
		else received(data);
	});
}

function open(): Promise<WebSocket> {
	return new Promise((resolve, reject) => {
		const path = kind === 'live' ? '/socket.io/?EIO=4&transport=websocket' : '/';
		const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
			perMessageDeflate: false,
			skipUTF8Validation: true,
		});
		socket.on('error', reject);
		if (kind === 'live') join(socket, () => resolve(socket));
		else {
			socket.on('message', received);
			socket.on('open', () => resolve(socket));
		}
	});
}

answerParent({
	async open() {
		for (let opened = 0; opened < clients; opened += 100)
			await Promise.all(Array.from({ length: Math.min(100, clients - opened) }, open));
	},
	/** Forgets what has arrived so far. */
	expect() {
		arrivals.length = 0;
	},
	/** @returns when each client had it, once all have. */
	async arrivals() {
		if (arrivals.length < clients) await new Promise<void>((resolve) => (onLast = resolve));
		return arrivals.splice(0);
	},
});
