import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { answerParent } from './child';
import { clock } from './measure';

/** How many connections ask, and how many questions each has under way: whoever answers never waits for us. */
const connections = 8;
const depth = 16;

export interface Flood {
	port: number;
	path: string;
	/** Milliseconds. */
	time: number;
}

/** @returns answers a second. */
async function flood({ port, path, time }: Flood): Promise<number> {
	const lines = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Accept-Encoding: br'];
	const question = `${lines.join('\r\n')}\r\n\r\n`;
	const size = await sizeOfAnswer(port, question);
	const began = clock();
	const counts = await Promise.all(
		Array.from({ length: connections }, () => ask(port, question, size, began + time)),
	);
	return counts.reduce((sum, count) => sum + count, 0) / ((clock() - began) / 1000);
}

/** Of one answer, in bytes: all are alike. */
async function sizeOfAnswer(port: number, question: string): Promise<number> {
	const socket = await open(port);
	socket.write(question);
	let answer = Buffer.alloc(0);
	for await (const bytes of socket) {
		answer = Buffer.concat([answer, bytes as Buffer]);
		const head = answer.indexOf('\r\n\r\n');
		const length = /content-length: (\d+)/i.exec(answer.subarray(0, head).toString())?.[1];
		if (head < 0) continue;
		if (length === undefined) throw new Error('The answer does not say how long it is.');
		if (answer.length === head + 4 + Number(length)) break;
	}
	socket.destroy();
	return answer.length;
}

async function ask(port: number, question: string, size: number, until: number): Promise<number> {
	const socket = await open(port);
	let bytes = 0;
	let asked = depth;
	socket.write(question.repeat(depth));
	for await (const chunk of socket) {
		bytes += (chunk as Buffer).length;
		if (clock() > until) break;
		const answered = Math.floor(bytes / size);
		const more = depth - (asked - answered);
		if (more > 0) socket.write(question.repeat(more));
		asked += more;
	}
	socket.destroy();
	return Math.floor(bytes / size);
}

async function open(port: number): Promise<Socket> {
	const socket = connect({ port, host: '127.0.0.1' });
	await once(socket, 'connect');
	return socket;
}

answerParent({ flood });
