import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import * as v from 'valibot';
import { readConfig } from '../lib/server/config';
import { NotFoundError } from '../lib/server/errors';
import { startProgress } from './progress';
import { withDatabase } from './run';

interface SimulateOptions {
	url: string;
	pace: number;
}

/** The parts are only loaded by those who use them: every command would have to wait for them. */
export function register(program: Command): void {
	const demo = program.command('demo').description('a made-up province, to try everything out');
	demo
		.command('fill')
		.description('fill an empty database with the demo province; does nothing when it is there')
		.action(fill);
	demo
		.command('simulate')
		.description('report and approve in the demo province over the API, like its people would')
		.option('--url <address>', 'of the running server', 'http://localhost:3000')
		.option('--pace <seconds>', 'from one action to the next, on average', parsePace, 2.5)
		.action(simulate);
}

async function fill(): Promise<void> {
	const { isFilled } = await import('../lib/demo/fill/is-filled.server');
	const { handOver } = await import('../lib/demo/fill/hand-over.server');
	const now = new Date();
	await withDatabase(async ({ database }, { dataDirectory }) => {
		if (await isFilled(database)) console.log('The demo province is there already.');
		else {
			const { fillDemo } = await import('../lib/demo/fill/fill.server');
			const { imagineDemo } = await import('../lib/demo/imagine');
			const progress = startProgress();
			progress('making up the province');
			await fillDemo(database, imagineDemo(now), progress);
			console.log('The demo province is ready.');
		}
		await handOver(database, dataDirectory, now);
	});
}

async function simulate({ url, pace }: SimulateOptions): Promise<void> {
	const { HandOver, handOverFile, tokenFile, Tokens, writeHandOver } =
		await import('../lib/demo/simulator/hand-over');
	const { simulate: run, timeStamp } = await import('../lib/demo/simulator/simulate');
	const { dataDirectory } = readConfig();
	const tokens = v.parse(Tokens, await readLeft(tokenFile(dataDirectory)));
	const state = v.parse(HandOver, await readLeft(handOverFile(dataDirectory)));
	const over = new AbortController();
	const end = () => over.abort();
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
	// Whoever started us has gone, however it ended.
	process.once('disconnect', end);
	const address = url.replace(/\/+$/, '');
	const log = (line: string) => process.stdout.write(`${timeStamp(new Date())}  ${line}\n`);
	const ended = await run({
		url: address,
		pace,
		tokens,
		units: state.units,
		signal: over.signal,
		log,
		save: () => writeHandOver(dataDirectory, state),
	});
	if (process.connected) process.disconnect();
	if (ended === 'signedOut') process.exitCode = 1;
}

async function readLeft(path: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(path, 'utf8'));
	} catch {
		throw new NotFoundError(`There is no ${path} to read. Run "npm run cli -- demo fill" first.`);
	}
}

function parsePace(given: string): number {
	const seconds = Number(given);
	if (!(seconds > 0)) throw new InvalidArgumentError('It should be a number of seconds.');
	return seconds;
}
