import { expect, it } from 'vitest';
import { queue, reopen, type KeptEntry } from './kept-entry';
import { nextAttempt, sendWaiting, type Outbox } from './send';
import type { StoredRevision } from './work';

const draft: KeptEntry = {
	key: '7/98000-01@2026-11',
	account: 7,
	unit: '98000-01',
	period: '2026-11',
	state: 'draft',
	entered: { 'householdSkills.households': '180' },
	basedOn: 0,
	report: null,
	clientId: null,
	attempts: 0,
	nextAttemptAt: 0,
	problems: [],
	newest: null,
	received: null,
};

const report = { unit: '98000-01', clientId: 'one' };

/** A device with these reports, and a server that answers as told. */
function phone(...kept: KeptEntry[]) {
	const entries = new Map(kept.map((entry) => [entry.key, entry]));
	const sent: unknown[] = [];
	let time = 1_000_000;
	let answers: (() => Response | Promise<Response>)[] = [];
	const outbox: Outbox = {
		waiting: () =>
			Promise.resolve(
				structuredClone([...entries.values()].filter(({ state }) => state === 'waiting')),
			),
		read: (key) => Promise.resolve(structuredClone(entries.get(key))),
		write: (entry) => {
			entries.set(entry.key, entry);
			return Promise.resolve();
		},
	};
	return {
		entries,
		sent,
		outbox,
		wait: (milliseconds: number) => {
			time += milliseconds;
		},
		entry: () => [...entries.values()][0],
		pause: () => (nextAttempt([...entries.values()]) ?? Infinity) - time,
		send: (impatient: boolean, ...given: typeof answers) => {
			answers = given;
			return sendWaiting(outbox, {
				impatient,
				now: () => time,
				fetch: (_, init) => {
					const { body } = init ?? {};
					sent.push(typeof body === 'string' ? JSON.parse(body) : body);
					const next = answers.shift();
					if (!next) throw new TypeError('Failed to fetch');
					return Promise.resolve(next());
				},
			});
		},
	};
}

const accepted = () =>
	Response.json(
		{ status: 'accepted', revision: 3, receivedAt: '2026-11-20T03:00:00Z' },
		{ status: 201 },
	);
const status = (code: number) => () => new Response('{}', { status: code });

it('sends what waits, with whose it is', async () => {
	const { entry, send, sent } = phone(queue(draft, 'one', report));
	expect(await send(false, accepted)).toBe('done');
	expect(sent).toEqual([{ owner: 7, report }]);
	expect(entry()).toMatchObject({
		state: 'sent',
		basedOn: 3,
		received: { revision: 3, receivedAt: '2026-11-20T03:00:00Z' },
	});
	await send(true);
	expect(sent).toHaveLength(1);
});

it('tries again after longer and longer pauses, whatever failed', async () => {
	const { entry, send, sent, wait, pause } = phone(queue(draft, 'one', report));
	const pauses: number[] = [];
	for (const answer of [undefined, status(500), status(503), status(429)]) {
		await (answer ? send(false, answer) : send(false));
		pauses.push(pause());
		await send(false, accepted);
		wait(pause());
	}
	expect(pauses).toEqual([5_000, 15_000, 45_000, 135_000]);
	expect(sent).toHaveLength(4);
	expect(entry()?.state).toBe('waiting');
	await send(false, accepted);
	expect(entry()?.state).toBe('sent');
});

it('never pauses for longer than a quarter of an hour', async () => {
	const { send, wait, pause } = phone(queue(draft, 'one', report));
	for (let day = 0; day < 30; day += 1) {
		await send(false);
		if (day < 29) wait(pause());
	}
	expect(pause()).toBe(900_000);
});

it('sends at once when the connection has come back', async () => {
	const { entry, send } = phone(queue(draft, 'one', report));
	await send(false);
	await send(true, accepted);
	expect(entry()?.state).toBe('sent');
});

it('stops on what the server refuses, and keeps its words and what was typed', async () => {
	const { entry, send, sent } = phone(queue(draft, 'one', report));
	const problems = [{ field: 'householdSkills.allFive', rule: 'atMostHouseholds', message: '' }];
	await send(false, () =>
		Response.json({ status: 'rejected', problems, newest: null }, { status: 422 }),
	);
	expect(entry()).toMatchObject({ state: 'refused', problems, entered: draft.entered });
	await send(true, accepted);
	expect(sent).toHaveLength(1);
});

it('stops on any other refusal too', async () => {
	const { entry, send } = phone(queue(draft, 'one', report));
	await send(false, status(400));
	expect(entry()).toMatchObject({ state: 'refused', problems: [{ rule: 'refused' }] });
});

it('keeps both when somebody else was faster', async () => {
	const { entry, send } = phone(queue(draft, 'one', report));
	const problems = [{ field: 'report', rule: 'newerRevision', message: '' }];
	const newest: StoredRevision = {
		revision: 1,
		state: 'submitted',
		submittedBy: 'Cán bộ xã',
		receivedAt: '2026-11-20T03:00:00Z',
		comment: null,
		householdSkills: { households: 181 },
		values: {},
	};
	await send(false, () => Response.json({ status: 'rejected', problems, newest }, { status: 422 }));
	expect(entry()).toMatchObject({ state: 'conflict', newest, entered: draft.entered });
});

it('loses nothing when the session has ended, and takes no pause for it', async () => {
	const { entry, send } = phone(queue(draft, 'one', report));
	expect(await send(false, status(401))).toBe('signIn');
	expect(entry()).toEqual(queue(draft, 'one', report));
});

it("leaves another account's reports for their owner, and sends the rest", async () => {
	const other = queue({ ...draft, key: '8/98000-01@2026-11', account: 8 }, 'two', report);
	const { entries, send } = phone(other, queue(draft, 'one', report));
	await send(false, status(403), accepted);
	expect(entries.get(other.key)).toEqual(other);
	expect(entries.get(draft.key)?.state).toBe('sent');
});

it("doesn't take a Wi-Fi's own page for an answer", async () => {
	const { entry, send } = phone(queue(draft, 'one', report));
	await send(false, () => new Response('<h1>Welcome</h1>', { status: 200 }));
	expect(entry()).toMatchObject({ state: 'waiting', attempts: 1 });
});

it('lets what was taken back while on its way build on what arrived', async () => {
	const { entry, outbox, send } = phone(queue(draft, 'one', report));
	await send(false, async () => {
		await outbox.write(reopen(queue(draft, 'one', report)));
		return accepted();
	});
	expect(entry()).toMatchObject({ state: 'draft', basedOn: 3 });
});
