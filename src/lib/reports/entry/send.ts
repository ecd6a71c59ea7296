import * as v from 'valibot';
import { postpone, settle, type KeptEntry } from './kept-entry';
import type { EntryAnswer } from './work';

/** What sending needs of the device. */
export interface Outbox {
	/** Of all accounts: which one is signed in is the server's to say. */
	waiting(): Promise<KeptEntry[]>;
	read(key: string): Promise<KeptEntry | undefined>;
	write(entry: KeptEntry): Promise<void>;
}

export interface SendOptions {
	/** Sends also what is pausing after a failure, as when a connection has just come back. */
	impatient: boolean;
	now: () => number;
	fetch: typeof fetch;
}

/** `signIn`: the session has ended, and everything still waits. */
export type SendResult = 'done' | 'signIn';

export const entryAddress = '/api/entry';

/**
 * Sends what is due, one after another. Safe to be run twice at once, on a page and in its service
 * worker: each report has a client id, and the server takes it once.
 */
export async function sendWaiting(
	outbox: Outbox,
	{ impatient, now, fetch }: SendOptions,
): Promise<SendResult> {
	for (const entry of await outbox.waiting()) {
		if (!impatient && entry.nextAttemptAt > now()) continue;
		const answer = await send(entry, fetch);
		if (answer === 'signIn') return 'signIn';
		if (answer === 'otherAccount') continue;
		const current = await outbox.read(entry.key);
		// Taken back meanwhile, to be changed: what was stored is what the change is based on.
		if (current?.state !== 'waiting' || current.clientId !== entry.clientId) {
			if (current?.state === 'draft' && answer !== 'failed' && answer.status === 'accepted')
				await outbox.write({ ...current, basedOn: answer.revision });
			continue;
		}
		await outbox.write(answer === 'failed' ? postpone(current, now()) : settle(current, answer));
	}
	return 'done';
}

type Outcome = EntryAnswer | 'failed' | 'signIn' | 'otherAccount';

async function send(entry: KeptEntry, fetch: SendOptions['fetch']): Promise<Outcome> {
	let response: Response;
	try {
		response = await fetch(entryAddress, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ owner: entry.account, report: entry.report }),
		});
	} catch {
		return 'failed';
	}
	if (response.status === 401) return 'signIn';
	if (response.status === 403) return 'otherAccount';
	if (response.status >= 500 || response.status === 408 || response.status === 429) return 'failed';
	const answer: unknown = await response.json().catch(() => undefined);
	if (isAnswer(answer)) return answer;
	// A sign-in page of some Wi-Fi answers too: only our own words settle a report.
	if (response.ok) return 'failed';
	const refused = { field: 'report', rule: 'refused', message: `answered ${response.status}` };
	return { status: 'rejected', problems: [refused], newest: null };
}

const Answer = v.variant('status', [
	v.object({ status: v.literal('accepted'), revision: v.number(), receivedAt: v.string() }),
	v.object({ status: v.literal('rejected'), problems: v.array(v.object({ field: v.string() })) }),
]);

/** Our own server's word; the rest of its shape is the server's to keep. */
function isAnswer(value: unknown): value is EntryAnswer {
	return v.is(Answer, value);
}

/** When the next attempt is due, in milliseconds since 1970; null while nothing waits. */
export function nextAttempt(entries: readonly KeptEntry[]): number | null {
	const times = entries
		.filter(({ state }) => state === 'waiting')
		.map(({ nextAttemptAt }) => nextAttemptAt);
	return times.length === 0 ? null : Math.min(...times);
}
