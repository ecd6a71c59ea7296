import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { answerParent } from './child';

/** Browser tabs that come back, each from a number of its own: `returning-tabs-clients PORT`. */
const [port] = process.argv.slice(2);
/** Without reuse: a connection that the server closes for idleness would fail the next question. */
const agent = new Agent({ keepAlive: false, maxSockets: 100 });

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
let attempts = 0;
const mostAttempts = 40_000;

/** Tries again where it wasn't let in, as the product's pages do. */
async function comeBack(from: number): Promise<'told' | 'startedOver'> {
	for (;;)
		try {
			attempts += 1;
			return await connect(from);
		} catch (error) {
			if (attempts > mostAttempts) throw error;
			await pause(500 + Math.random() * 500);
		}
}

/** Speaks as much of the Socket.IO protocol as it takes to be told what the product's pages are told. */
function connect(from: number): Promise<'told' | 'startedOver'> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
			perMessageDeflate: false,
		});
		let startedOver = false;
		const ask = (after: number) => {
			socket.send(`420["subscribe",{"stream":"public","after":${after}}]`);
		};
		socket.on('error', reject);
		socket.on('message', (data: Buffer) => {
			const text = data.subarray(0, 60).toString();
			if (text.startsWith('0')) socket.send('40');
			else if (text === '2') socket.send('3');
			else if (text.startsWith('40')) ask(from);
			else if (text.startsWith('430[{"ok":true')) resolve(startedOver ? 'startedOver' : 'told');
			else if (text.includes('snapshotNeeded')) {
				startedOver = true;
				readNumber().then(ask, reject);
			} else if (text.startsWith('430')) reject(new Error(text));
		});
	});
}

async function readNumber(): Promise<number> {
	const headers = { 'accept-encoding': 'gzip' };
	const request = get(`http://127.0.0.1:${port}/api/v1/snapshot`, { agent, headers });
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	const sent = await buffer(response);
	const isGzip = response.headers['content-encoding'] === 'gzip';
	const [, number] = /"number":(\d+)/.exec((isGzip ? gunzipSync(sent) : sent).toString()) ?? [];
	if (number === undefined) throw new Error(`No snapshot: HTTP ${response.statusCode}`);
	return Number(number);
}

answerParent({
	/** All come back at even random moments of a span. @returns how many needed a snapshot. */
	async comeBack({ numbers, span }: { numbers: number[]; span: number }) {
		const ways = await Promise.all(
			numbers.map(async (number) => {
				await pause(Math.random() * span);
				return comeBack(number);
			}),
		);
		return ways.filter((way) => way === 'startedOver').length;
	},
});
