import { eq, sql } from 'drizzle-orm';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { disableAccount } from '../../src/lib/accounts/administration/disable-account.server';
import { endSessions } from '../../src/lib/accounts/sessions/end-sessions.server';
import { liveAccess } from '../../src/lib/accounts/sessions/live-access.server';
import type { ChangePayload } from '../../src/lib/contracts/events';
import {
	appendChanges,
	changePosition,
	lockChanges,
	pruneChanges,
} from '../../src/lib/server/change-log';
import { delegation, session } from '../../src/lib/server/db/schema';
import { describeDatabase } from '../database';
import { addTestAccount, addUnit, openSession } from '../database/accounts';
import { startLiveNode, type LiveNode } from './live-node';

describeDatabase('live sockets', (handle) => {
	let node: LiveNode;
	let provinceId: number;
	const sockets: Socket[] = [];

	beforeAll(async () => {
		const { database } = handle();
		node = await startLiveNode(
			handle(),
			liveAccess(database, { origin: undefined, requireSecondFactor: true }),
		);
		provinceId = await addUnit(database, '98', 'province', null);
	});
	afterAll(() => node.stop());
	afterEach(() => {
		for (const socket of sockets.splice(0)) socket.disconnect();
	});

	function open(headers: Record<string, string> = {}): Socket {
		const options = { transports: ['websocket'], forceNew: true, reconnection: false };
		const socket = io(node.url, { ...options, extraHeaders: headers });
		sockets.push(socket);
		return socket;
	}
	const next = <Data>(socket: Socket, event: string) =>
		new Promise<Data>((resolve) => socket.once(event, resolve));
	const ask = (socket: Socket, request: unknown): Promise<unknown> =>
		socket.timeout(5_000).emitWithAck('subscribe', request);
	async function subscribe(socket: Socket, stream: 'public' | 'internal') {
		const { lastNumber } = await changePosition(handle().database);
		return ask(socket, { stream, after: lastNumber });
	}
	async function commit(...payloads: ChangePayload[]): Promise<number> {
		return handle().database.transaction(async (transaction) => {
			await lockChanges(transaction);
			return appendChanges(transaction, payloads);
		});
	}
	const status = (unitId = provinceId): ChangePayload => ({
		type: 'status',
		path: [unitId],
		level: 'province',
		periodId: 1,
		unitId,
		status: { unitId, reports: 1, reportsOnTime: 1, ownReport: false, receivedAt: null },
	});
	const internalFigures = (unitId: number): ChangePayload => ({
		type: 'figures',
		audience: 'internal',
		path: [unitId],
		level: 'province',
		periodId: 1,
		unitId,
		basis: 'provisional',
		figures: null,
	});
	async function openWithSession(name: string) {
		const { database } = handle();
		const accountId = await addTestAccount(database, name, 'viewer', provinceId);
		const { token } = await openSession(database, accountId);
		return { accountId, socket: open({ cookie: `session=${token}` }) };
	}

	/** To somebody who signed in without a code. */
	async function lendApproving(toAccountId: number) {
		const { database } = handle();
		const fromAccountId = await addTestAccount(database, 'lender', 'approver', provinceId);
		await database
			.update(session)
			.set({ secondStep: false })
			.where(eq(session.accountId, toAccountId));
		const span = { startsAt: new Date(0), endsAt: new Date(Date.now() + 60_000) };
		await database
			.insert(delegation)
			.values({ fromAccountId, toAccountId, unitId: provinceId, ...span, reason: 'vắng mặt' });
	}

	it('tell of a commit within a second, to those who may know', async () => {
		const visitor = open();
		const { socket: insider } = await openWithSession('insider');
		await subscribe(visitor, 'public');
		await subscribe(insider, 'internal');
		const heard = [next(visitor, 'changes'), next(insider, 'changes')];
		const began = Date.now();
		const upTo = await commit(internalFigures(provinceId), internalFigures(-1), status());
		const [outside, inside] = await Promise.all(heard);
		expect(Date.now() - began).toBeLessThan(1_000);
		expect(outside).toMatchObject({ upTo, changes: [{ number: upTo }] });
		expect(inside).toMatchObject({ upTo, changes: [{ number: upTo - 2 }, { number: upTo }] });
	});

	it('say in a heartbeat every 3 s that nothing is missing', async () => {
		const socket = open();
		await subscribe(socket, 'public');
		const { lastNumber } = await changePosition(handle().database);
		await next(socket, 'heartbeat');
		const began = Date.now();
		expect(await next(socket, 'heartbeat')).toMatchObject({ upTo: lastNumber });
		expect(Date.now() - began).toBeLessThan(3_500);
	});

	it.each(['https://evil.example', 'null'])('refuse pages of %s', async (origin) => {
		await expect(next(open({ origin }), 'connect_error')).resolves.toBeInstanceOf(Error);
		const own = open({ origin: node.url });
		await next(own, 'connect');
	});

	it('give nothing internal to those who are not signed in', async () => {
		const forbidden = { ok: false, reason: 'forbidden' };
		expect(await ask(open(), { stream: 'internal', after: 0 })).toEqual(forbidden);
		const forged = open({ cookie: 'session=0123456789abcdef' });
		expect(await ask(forged, { stream: 'internal', after: 0 })).toEqual(forbidden);
	});

	it.each([
		[
			'ends',
			({ accountId }: { accountId: number }) => endSessions(handle().database, accountId, null),
		],
		[
			'loses its account',
			({ name }: { name: string }) => disableAccount(handle().database, null, name),
		],
		[
			'is lent a role that asks for a second factor',
			({ accountId }: { accountId: number }) => lendApproving(accountId),
		],
	])('let go of a session that %s, within 5 s', async (how, revoke) => {
		const name = `gone-${how.length}`;
		const { accountId, socket } = await openWithSession(name);
		expect(await subscribe(socket, 'internal')).toMatchObject({ ok: true });
		const signedOut = next(socket, 'signedOut');
		const disconnected = next(socket, 'disconnect');
		const began = Date.now();
		await revoke({ accountId, name });
		await signedOut;
		await disconnected;
		expect(Date.now() - began).toBeLessThan(5_000);
	});

	it('send an account whose reach changed into its new room', async () => {
		const { accountId, socket } = await openWithSession('moved');
		await subscribe(socket, 'internal');
		const elsewhere = await addUnit(handle().database, '97', 'province', null);
		await handle().database.execute(
			sql`update role_grant set unit_id = ${elsewhere} where account_id = ${accountId}`,
		);
		await next(socket, 'disconnect');
		const again = socket.connect();
		await subscribe(again, 'internal');
		const heard = next(again, 'changes');
		const upTo = await commit(internalFigures(provinceId), internalFigures(elsewhere));
		expect(await heard).toMatchObject({ changes: [{ number: upTo }] });
	});

	it.each([
		[{}],
		[null],
		['public'],
		[{ stream: 'public', after: -1 }],
		[{ stream: 'public', after: '0' }],
		[{ stream: '__proto__', after: 0 }],
	])('refuse a request of the wrong form: %j', async (request) => {
		expect(await ask(open(), request)).toEqual({ ok: false, reason: 'invalid' });
	});

	it('cut off who asks too often or says too much, and serve the others', async () => {
		const eager = open();
		await next(eager, 'connect');
		const dropped = next(eager, 'disconnect');
		for (let turn = 0; turn < 30; turn++) eager.emit('anything');
		expect(await dropped).toBe('io server disconnect');

		const loud = open();
		await next(loud, 'connect');
		const hungUp = next(loud, 'disconnect');
		loud.emit('subscribe', 'x'.repeat(5_000));
		await hungUp;

		expect(await subscribe(open(), 'public')).toMatchObject({ ok: true });
	});

	it('are answered one question at a time', async () => {
		const socket = open();
		await next(socket, 'connect');
		const { lastNumber: after } = await changePosition(handle().database);
		const asked = [1, 2, 3].map(() => ask(socket, { stream: 'public', after }));
		const answers = await Promise.all(asked);
		const failed = { ok: false, reason: 'failed' };
		expect(answers).toEqual([expect.objectContaining({ ok: true }), failed, failed]);
		expect(await subscribe(socket, 'public')).toMatchObject({ ok: true });
	});

	it('ask for a new snapshot where the log can not tell', async () => {
		const snapshotNeeded = { ok: false, reason: 'snapshotNeeded' };
		const before = (await changePosition(handle().database)).lastNumber;
		const upTo = await commit({ type: 'structure' });
		expect(await ask(open(), { stream: 'public', after: before })).toEqual(snapshotNeeded);
		expect(await ask(open(), { stream: 'public', after: upTo + 1 })).toEqual(snapshotNeeded);
		expect(await ask(open(), { stream: 'public', after: upTo })).toMatchObject({ ok: true });
		const later = await commit(status());
		await pruneChanges(handle().database, new Date(Date.now() + 60_000));
		expect(await ask(open(), { stream: 'public', after: upTo })).toEqual(snapshotNeeded);
		expect(await ask(open(), { stream: 'public', after: later })).toMatchObject({ ok: true });
	});

	it('start over, not twice, when the program is reloaded under them', async () => {
		const socket = open();
		await next(socket, 'connect');
		const left = next(socket, 'disconnect');
		await node.reload();
		await left;
		const again = socket.connect();
		await subscribe(again, 'public');
		const batches: unknown[] = [];
		again.on('changes', (batch) => batches.push(batch));
		const beat = next(again, 'heartbeat');
		await commit(status());
		await beat;
		expect(batches).toHaveLength(1);
	});
});
