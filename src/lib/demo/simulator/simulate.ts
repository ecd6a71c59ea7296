import { setTimeout as sleep } from 'node:timers/promises';
import { localDay, minuteLength } from '../../contracts/local-time';
import { randomFor } from '../random';
import { chooseAction } from './choose';
import type { HandOver } from './hand-over';
import { perform } from './perform';

export interface Simulation {
	url: string;
	/** Seconds from one action to the next, on average. */
	pace: number;
	tokens: Readonly<Record<string, string>>;
	units: HandOver['units'];
	/** Ends it. */
	signal: AbortSignal;
	log: (line: string) => void;
	/** Keeps how reports stand for the next start. */
	save: () => Promise<void>;
}

/** With nobody there for this long, the simulator goes home as well. */
const longestSilence = minuteLength;
const longestPause = 15_000;
const saveEvery = minuteLength;

export type Ending = 'ended' | 'gone' | 'signedOut';

/** Acts like the people of a province until it is told to end. @returns why it ended. */
export async function simulate(simulation: Simulation): Promise<Ending> {
	const ending = await act(simulation);
	await simulation.save();
	return ending;
}

async function act(simulation: Simulation): Promise<Ending> {
	const { url, pace, tokens, units, signal, log, save } = simulation;
	const random = randomFor('simulator', Date.now());
	const homes = homesOf(units);
	let lastAnswer = Date.now();
	let lastSave = Date.now();
	let failures = 0;
	while (!isOver(signal)) {
		const pause = pace * 1000 * (failures === 0 ? random.between(0.5, 1.5) : 2 ** failures);
		await sleep(Math.min(longestPause, pause), undefined, { signal }).catch(() => {});
		if (isOver(signal)) break;
		const action = chooseAction(units, homes, new Date(), random);
		if (!action) continue;
		const outcome = await perform(action, url, tokens, signal);
		if (isOver(signal)) break;
		if (outcome.kind === 'failed') {
			if (failures === 0) log(outcome.line);
			failures = Math.min(failures + 1, 4);
			if (Date.now() - lastAnswer < longestSilence) continue;
			log('the server has been gone for a minute: ending');
			return 'gone';
		}
		failures = 0;
		lastAnswer = Date.now();
		log(outcome.line);
		if (outcome.kind === 'signedOut') return 'signedOut';
		if (Date.now() - lastSave < saveEvery) continue;
		lastSave = Date.now();
		await save();
	}
	return 'ended';
}

/** Read afresh each time: it changes while we wait. */
const isOver = (signal: AbortSignal) => signal.aborted;

/** Where each village's share stood in the newest month it reported for. */
function homesOf(units: HandOver['units']): Map<string, number> {
	return new Map(
		units.flatMap(({ unit, reports }): [string, number][] => {
			const [newest] = Object.keys(reports).sort().reverse();
			const figures = reports[newest ?? '']?.figures;
			return figures && figures.households > 0
				? [[unit, figures.allFive / figures.households]]
				: [];
		}),
	);
}

/** `2026-11-22 07:12:03`, local time. */
export function timeStamp(now: Date): string {
	const time = now.toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
	return `${localDay(now)} ${time}`;
}
