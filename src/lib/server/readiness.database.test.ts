import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it, vi } from 'vitest';
import { embeddedSnapshot, leaveMask, openTestDatabase } from '../../../tests/database';
import { openSession } from '../../../tests/database/accounts';
import { fillDisk } from '../../../tests/database/full-disk';
import { renewSession } from '../accounts/sessions/renew-session.server';
import { openEmbedded } from './db/client';
import { outageOf } from './db/outage';
import { account, session } from './db/schema';
import { readiness } from './readiness';

// Other tests share what is loaded: for these it is loaded anew.
vi.hoisted(() => vi.resetModules());
vi.mock('node:fs/promises', { spy: true });
afterAll(() => {
	vi.doUnmock('node:fs/promises');
	vi.resetModules();
});

const full = { ready: false, reason: 'the disk of the database is full: make room on it' };
const ready = { ready: true, reason: 'ok' };
const isDiskFull = (error: unknown) => outageOf(error)?.code === 'diskFull';

it('is gone from a write that found no room on PostgreSQL until one of some size finds room', async () => {
	const handle = await openTestDatabase('postgres');
	const { database } = handle;
	expect(await readiness(handle)).toEqual(ready);
	const makeRoom = await fillDisk(database);
	const write = database.execute(sql`insert into report_revision default values`);
	await expect(write).rejects.toSatisfy(isDiskFull);
	expect(await readiness(handle)).toEqual(full);
	await database.execute(sql`update change_counter set last_number = last_number`);
	expect(await readiness(handle)).toEqual(full);
	await makeRoom();
	expect(await readiness(handle)).toEqual(ready);
	await handle.close();
});

it('is gone while the embedded database has too little room, and nothing is written then', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-full-'));
	leaveMask();
	const handle = await openEmbedded(join(folder, 'database'), await embeddedSnapshot());
	expect(await readiness(handle)).toEqual(ready);
	const { database } = handle;
	const [reader] = await database
		.insert(account)
		.values({ name: 'reader', displayName: 'Reader', passwordHash: 'none' })
		.returning();
	const { hash } = await openSession(database, reader?.id ?? 0);
	const [opened] = await database.select().from(session);
	const anHourLater = new Date(Date.now() + 3_600_000);
	const seen = await statfs(folder);
	vi.mocked(statfs).mockResolvedValue(Object.assign(seen, { bavail: 1 }));
	expect(await readiness(handle)).toEqual(full);
	const work = vi.fn(() => Promise.resolve());
	await expect(database.transaction(work)).rejects.toSatisfy(isDiskFull);
	expect(work).not.toHaveBeenCalled();
	const write = sql`update change_counter set last_number = last_number`;
	await expect(database.execute(write)).rejects.toSatisfy(isDiskFull);
	// Whoever is signed in reads on.
	await renewSession(database, hash, anHourLater);
	expect(await database.select().from(session)).toEqual([opened]);
	vi.mocked(statfs).mockReset();
	expect(await readiness(handle)).toEqual(ready);
	await database.transaction(work);
	await database.execute(write);
	await renewSession(database, hash, anHourLater);
	expect(await database.select().from(session)).not.toEqual([opened]);
	await handle.close();
	await rm(folder, { recursive: true });
});
