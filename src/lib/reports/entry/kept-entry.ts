import type { ReportProblem } from '../intake/checks';
import type { Entered } from '../form/form';
import { reportKey, type EntryAnswer, type StoredRevision } from './work';
import { minuteLength } from '../../contracts/local-time';

/**
 * Where a report on the device stands. `draft` → `waiting` → `sent`, or back: `refused` with what is
 * wrong, `conflict` with what is newer.
 */
export type EntryState = 'draft' | 'waiting' | 'refused' | 'conflict' | 'sent';

/** A report as a device keeps it, under the account that enters it. */
export interface KeptEntry {
	/** `entryKey`. */
	key: string;
	account: number;
	unit: string;
	period: string;
	state: EntryState;
	entered: Entered;
	/** The newest revision known when the entry began, 0 for none. */
	basedOn: number;
	/** What is sent, made when the entry was queued: a service worker sends it without a form. */
	report: unknown;
	/** Names what was queued, also to the server, which takes it once. */
	clientId: string | null;
	/** Failed attempts so far, and when the next one is due, in milliseconds since 1970. */
	attempts: number;
	nextAttemptAt: number;
	/** Why it was refused. */
	problems: ReportProblem[];
	/** What is newer, in a conflict. */
	newest: StoredRevision | null;
	/** What the server answered when it took the report in. */
	received: { revision: number; receivedAt: string } | null;
}

export const entryKey = (account: number, unit: string, period: string): string =>
	`${account}/${reportKey(unit, period)}`;

const firstPause = 5_000;
const longestPause = 15 * minuteLength;

/** How long to wait after so many failures, in milliseconds: three times longer each time. */
export function pauseAfter(attempts: number): number {
	return Math.min(longestPause, firstPause * 3 ** (attempts - 1));
}

/** A draft whose figures may go; `report` holds the same client id. */
export function queue(entry: KeptEntry, clientId: string, report: unknown): KeptEntry {
	return {
		...entry,
		state: 'waiting',
		report,
		clientId,
		attempts: 0,
		nextAttemptAt: 0,
		problems: [],
		newest: null,
		received: null,
	};
}

/** Takes a report out of the queue, to be changed; what was answered before is forgotten. */
export function reopen(entry: KeptEntry, basedOn: number = entry.basedOn): KeptEntry {
	return {
		...entry,
		state: 'draft',
		basedOn,
		report: null,
		clientId: null,
		newest: null,
		received: null,
	};
}

/** After an attempt that got no answer, or one that says nothing about the report. */
export function postpone(entry: KeptEntry, now: number): KeptEntry {
	const attempts = entry.attempts + 1;
	return { ...entry, attempts, nextAttemptAt: now + pauseAfter(attempts) };
}

/** After the server's word on the report. */
export function settle(entry: KeptEntry, answer: EntryAnswer): KeptEntry {
	if (answer.status === 'accepted') {
		const { revision, receivedAt } = answer;
		return {
			...entry,
			state: 'sent',
			basedOn: revision,
			report: null,
			received: { revision, receivedAt },
		};
	}
	const isOvertaken = answer.problems.some(({ rule }) => rule === 'newerRevision');
	return isOvertaken && answer.newest
		? { ...entry, state: 'conflict', report: null, newest: answer.newest }
		: { ...entry, state: 'refused', report: null, problems: answer.problems };
}
