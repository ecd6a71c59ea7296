import { WebSocket } from 'ws';
import { answerParent } from './child';

/** Signed-in screens that watch a server: `night-screens PORT COUNT COOKIE AFTER`. */
const [port, count, cookie = '', after] = process.argv.slice(2);
const reached: number[] = [];
let lost = 0;
let target: { number: number; resolve: () => void } | undefined;

function check() {
	const { number = Infinity, resolve } = target ?? {};
	if (lost > 0 || reached.every((each) => each >= number)) resolve?.();
}

/** Speaks as much of the Socket.IO protocol as it takes to follow the changes. */
function open(position: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
			headers: { cookie },
			perMessageDeflate: false,
		});
		socket.on('error', reject);
		socket.on('close', () => {
			lost += 1;
			check();
		});
		socket.on('message', (data: Buffer) => {
			const text = data.toString();
			if (text.startsWith('0')) socket.send('40');
			else if (text === '2') socket.send('3');
			else if (text.startsWith('40'))
				socket.send(`420["subscribe",{"stream":"internal","after":${after}}]`);
			else if (text.startsWith('430[{"ok":true')) {
				reached[position] = Number(after);
				resolve();
			} else if (text.startsWith('430')) reject(new Error(text));
			else {
				const upTo = /"upTo":(\d+)/.exec(text)?.[1];
				if (upTo !== undefined) reached[position] = Math.max(reached[position] ?? 0, Number(upTo));
				check();
			}
		});
	});
}

answerParent({
	async open() {
		const screens = Number(count);
		for (let opened = 0; opened < screens; opened += 50)
			await Promise.all(
				Array.from({ length: Math.min(50, screens - opened) }, (_, index) => open(opened + index)),
			);
	},
	/** @returns how many screens were lost on the way, once all others stand at the number. */
	async reach(number: number) {
		await new Promise<void>((resolve) => {
			target = { number, resolve };
			check();
		});
		return lost;
	},
});
