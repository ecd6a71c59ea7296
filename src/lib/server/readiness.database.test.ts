import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { embeddedSnapshot, leaveMask, openTestDatabase } from '../../../tests/database';
import { fillDisk } from '../../../tests/database/full-disk';
import { openEmbedded } from './db/client';
import { outageOf } from './db/outage';
import { readiness } from './readiness';

vi.mock('node:fs/promises', { spy: true });

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
	const seen = await statfs(folder);
	vi.mocked(statfs).mockResolvedValue(Object.assign(seen, { bavail: 1 }));
	expect(await readiness(handle)).toEqual(full);
	const work = vi.fn(() => Promise.resolve());
	await expect(handle.database.transaction(work)).rejects.toSatisfy(isDiskFull);
	expect(work).not.toHaveBeenCalled();
	vi.mocked(statfs).mockReset();
	expect(await readiness(handle)).toEqual(ready);
	await handle.database.transaction(work);
	await handle.close();
	await rm(folder, { recursive: true });
});
