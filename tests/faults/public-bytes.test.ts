import { tmpdir } from 'node:os';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangeBatch, Snapshot } from '../../src/lib/contracts/events';
import { smallestRanges } from '../../src/lib/contracts/publication';
import { listVersions } from '../../src/lib/coverage/record/read-version.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { readRulesInForce } from '../../src/lib/reports/periods/deadline-versions.server';
import { changePosition } from '../../src/lib/server/change-log';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { deadlineVersion } from '../../src/lib/server/db/schema';
import { createPostgresDatabase } from '../database';
import { drawOutlines } from '../database/outlines';
import { makeProvince, type TestProvince } from '../database/province';
import { mergeCommunes, mergedAddresses, mergedName } from '../disclosure/merge-communes';
import { moveWorld } from '../disclosure/move-world';
import { canary, canaryPhone, plantCanaries } from '../e2e/canaries';
import type { Picture } from '../disclosure/attacker';
import { pageData } from '../disclosure/page-data';
import { randomProvince } from '../disclosure/play';
import { playStored } from '../disclosure/play-stored';
import {
	publicAddresses,
	readAddress,
	unreadRoutes,
	type Edition,
} from '../disclosure/public-addresses';
import { foundOut, seen } from '../disclosure/see-rows';
import { Allowed, figuresIn, rowsIn, type Told } from '../disclosure/told';
import { seededRandom } from './random';
import { installRecount, readTruth } from './recount';
import { startServerProcess, type ServerProcess } from './server-process';

/**
 * Small random provinces in the database of the built server, each a month of the same places, and
 * somebody who reads every public address of it.
 */
const months = ['2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05'];
const days = ['2026-11-02', '2026-11-05', '2026-11-19'];
const seed = 20_261_130;

let databaseUrl: string;
let handle: DatabaseHandle;
let province: TestProvince;
let server: ServerProcess;
/** Pages write where they are, in a picture too: a server that is started again is where it was. */
let port = '0';
/** By their ids. */
const periods = new Map<number, string>();

async function startServer(): Promise<void> {
	server = await startServerProcess({
		DATABASE_URL: databaseUrl,
		PORT: port,
		HOME_UNIT: '98',
		CLOCK_FROM: '2026-11-20T03:00:00Z',
		NODE_OPTIONS: '--import ./tests/e2e/moved-clock/clock.js',
	});
	port = new URL(server.url).port;
}

/** Nothing that was read before is remembered, and its clock begins where it began. */
async function restart(): Promise<void> {
	await server.kill();
	await startServer();
}

beforeAll(async () => {
	databaseUrl = await createPostgresDatabase();
	handle = await openDatabase({ databaseUrl, dataDirectory: tmpdir() });
	await syncCatalogue(handle.database);
	province = await makeProvince(handle.database, { communes: 3, villages: 5 });
	const drawn = province.communes.map(({ id }) => id);
	await drawOutlines(handle.database, drawn, 5);
	for (const [code, { id }] of await ensurePeriods(handle.database, months)) periods.set(id, code);
	// Two of the months were asked to hide more; what they hid stays hidden when the next ones aren't.
	await askForRanges({ '2026-08-01': 12, '2026-10-01': smallestRanges.least });
	await installRecount(handle.database);
	await startServer();
});
afterAll(async () => {
	await server.kill();
	await handle.close();
});

/** From each of these days on the rules of the province ask for another range. */
async function askForRanges(ranges: Record<string, number>): Promise<void> {
	const { clause, dueDays, ...others } = await readRulesInForce(
		handle.database,
		undefined,
		'2026-01-01',
	);
	const { returnGraceDays, remindDaysBefore, remindDaysAfter, escalateAfterDays } = others;
	const rules = { returnGraceDays, remindDaysBefore, remindDaysAfter, escalateAfterDays };
	const own = { unitId: province.provinceId, clause, dueDays, ...rules };
	for (const [validFrom, smallestRange] of Object.entries(ranges))
		await handle.database.insert(deadlineVersion).values({ ...own, validFrom, smallestRange });
}

const read = async (path: string) => (await readAddress(server.url, path)).text;
const json = async (path: string): Promise<unknown> => JSON.parse(await read(path));

/** What whoever keeps everything reads of a month right now. */
async function lookAt(month: string): Promise<Told[]> {
	const pages = await Promise.all(
		province.communes.map(({ code }, index) =>
			read(`/xa/${code}-xa-${index}/__data.json?thang=${month}`),
		),
	);
	const found = [await json(`/api/v1/snapshot?period=${month}`), ...pages.map(pageData)];
	return found.flatMap((each) => figuresIn(each, periods));
}

/** Plays all months while a visitor watches, in turns. @returns all that was told meanwhile. */
async function play(): Promise<Told[]> {
	const told: Told[] = [];
	const batches: ChangeBatch[] = [];
	const socket = io(server.url, { transports: ['websocket'] });
	const caughtUp = new Map<string, () => void>();
	socket.on('changes', (batch: ChangeBatch) => batches.push(batch));
	socket.on('heartbeat', () => caughtUp.get('heartbeat')?.());
	const { lastNumber } = await changePosition(handle.database);
	await socket.emitWithAck('subscribe', { stream: 'public', after: lastNumber });
	for (const [index, period] of months.entries()) {
		const random = seededRandom(seed + index);
		const small = randomProvince(random);
		// Some months are still under way in the end.
		const steps = small.steps.slice(0, random.chance(0.3) ? 4 : undefined);
		const stored = { database: handle.database, province, period, small: { ...small, steps } };
		await playStored(stored, async () => {
			told.push(...(await lookAt(period)));
		});
	}
	await new Promise<void>((resolve) => caughtUp.set('heartbeat', resolve));
	socket.close();
	const changes = await json(`/api/v1/changes?after=${lastNumber}`);
	expect(batches.at(-1)?.upTo).toBe((await changePosition(handle.database)).lastNumber);
	return [...told, ...[batches, changes].flatMap((each) => figuresIn(each, periods))];
}

async function listEditions(unitId: number): Promise<Edition[]> {
	const listed = months.map(async (period) => {
		const versions = await listVersions(handle.database, unitId, period, 999);
		return versions.map(({ number }) => ({ period, number }));
	});
	return (await Promise.all(listed)).flat();
}

/** Every edition that there ever was; all formats are written from the same rows, so each comes in one. */
async function readEditions(editions: readonly Edition[]): Promise<Told[]> {
	const formats = ['json', 'csv', 'geojson'];
	const told: Told[] = [];
	for (const [index, { period, number }] of editions.entries()) {
		const path = `/du-lieu/${period}/${number}/communes.${formats[index % formats.length] ?? ''}`;
		told.push(...rowsIn(path, await read(path)));
	}
	return told;
}

/** What is new each time: the moment, and keys that are drawn. */
const drawn =
	/2026-11-20T03:\d\d:\d\d(?:\.\d+)?Z|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|nonce="[^"]*"/g;

/** What is read at all addresses, but for what is new each time. */
async function readAll(addresses: readonly string[]): Promise<Map<string, string>> {
	const texts = new Map<string, string>();
	for (const path of addresses) {
		const { status, text } = await readAddress(server.url, path);
		texts.set(path, `${status} ${text.replaceAll(drawn, '')}`);
	}
	return texts;
}

const refusedIn = (texts: ReadonlyMap<string, string>) =>
	[...texts].flatMap(([path, text]) =>
		text.startsWith('200 ') ? [] : [`${path}: ${text.slice(0, 99)}`],
	);

/** What is withheld stands on the commune's page as such. @returns how many pages have something of it. */
function expectHiddenAsSuch(texts: ReadonlyMap<string, string>): number {
	const text = (path: string) => texts.get(path)?.replace(/^200 /, '') ?? '';
	const pages = months.flatMap((month) => {
		const { figures } = JSON.parse(text(`/api/v1/snapshot?period=${month}`)) as Snapshot;
		return province.communes.flatMap(({ id, code }, index) => {
			const own = figures.find(({ unitId, basis }) => unitId === id && basis === 'approved');
			const hides = own?.able.some((able, k) => able === null && (own.base[k] ?? 0) > 0);
			return hides ? [`/xa/${code}-xa-${index}?thang=${month}`] : [];
		});
	});
	expect(pages.filter((path) => !text(path).includes('&lt; 5'))).toEqual([]);
	return pages.length;
}

interface StoredMonth {
	periodId: number;
	period: string;
	truth: Awaited<ReturnType<typeof readTruth>>;
	pictures: Picture[];
}

/** What is hidden of all months becomes another truth. @returns of how many counts, and of how many it did. */
async function moveAll(stored: readonly StoredMonth[], another = 0) {
	const cells = { hidden: 0, moved: 0 };
	for (const { periodId, truth, pictures } of stored) {
		const month = { periodId, published: truth.at(-1)?.published ?? [], pictures };
		const random = seededRandom(periodId + another);
		const counted = await moveWorld(handle.database, province, month, random);
		cells.hidden += counted.hidden;
		cells.moved += counted.moved;
	}
	return cells;
}

it('tells nobody more of a hidden count than its range, in no byte', async () => {
	const told = await play();
	const stored: StoredMonth[] = await Promise.all(
		[...periods].map(async ([periodId, period]) => {
			const truth = await readTruth(handle.database, periodId);
			return { periodId, period, truth, pictures: seen(province, truth) };
		}),
	);
	// The country has no other province: it is told what the province is.
	const tops = [province.countryId, province.provinceId].map((id) => ({ id, code: '98' }));
	const units = [...tops, ...province.communes];
	const all = [...units, ...province.communes.flatMap(({ villages }) => villages)];
	const allowed = new Allowed(new Map(all.map(({ id, code }) => [id, code])));
	for (const { period, truth, pictures } of stored) {
		const asked = new Set(
			pictures.flatMap((units) =>
				units.flatMap((unit) => (unit.version === null ? [] : unit.smallestRange)),
			),
		);
		const hidesMore = period === '2026-08' || period === '2026-09';
		expect([...asked], period).toEqual([hidesMore ? 12 : smallestRanges.least]);
		expect(foundOut(pictures), period).toEqual([]);
		allowed.add(period, truth, pictures);
	}
	const editions = await listEditions(province.provinceId);
	told.push(...(await readEditions(editions)));
	expect(told.filter(({ able }) => able === null).length).toBeGreaterThan(1_000);
	expect(told.filter(({ able }) => able !== null).length).toBeGreaterThan(1_000);
	expect([...new Set(allowed.beyond(told))]).toEqual([]);

	const communes = await Promise.all(
		province.communes.map(async ({ id, code }) => ({ code, editions: await listEditions(id) })),
	);
	const place = { url: server.url, communes, months, days, editions };
	const addresses = await publicAddresses(place);
	expect(unreadRoutes(addresses)).toEqual([]);
	await restart();
	const before = await readAll(addresses);
	expect(refusedIn(before)).toEqual([]);
	expect(addresses.length).toBeGreaterThan(300);
	expect(expectHiddenAsSuch(before)).toBeGreaterThan(3);
	expect(before.get('/phuong-phap/so-nho')).toContain(`≥ ${smallestRanges.least};`);

	const cells = await moveAll(stored);
	expect(cells.moved).toBeGreaterThan(0.6 * cells.hidden);
	// Nor does what people wrote and are called make any public byte another one, a picture's included.
	expect(await plantCanaries(handle.database)).toBeGreaterThan(5);
	await restart();
	const after = await readAll(addresses);
	expect(addresses.filter((path) => before.get(path) !== after.get(path))).toEqual([]);

	// Nor is it told where two structures stand beside one another, of which both are public.
	await mergeCommunes(handle.database, province);
	const merged = mergedAddresses(province, months);
	await restart();
	const mergedBefore = await readAll(merged);
	expect(refusedIn(mergedBefore)).toEqual([]);
	const naming = merged.filter((path) => mergedBefore.get(path)?.includes(mergedName));
	expect(naming.length).toBeGreaterThan(2 * months.length);
	expect((await moveAll(stored, 1)).moved).toBeGreaterThan(0.6 * cells.hidden);
	await restart();
	const mergedAfter = await readAll(merged);
	expect(merged.filter((path) => mergedBefore.get(path) !== mergedAfter.get(path))).toEqual([]);
	expect(server.log()).not.toMatch(new RegExp(`${canary}|${canaryPhone}`));
});
