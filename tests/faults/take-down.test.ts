import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newestVersion } from '../../src/lib/coverage/record/read-version.server';
import { takeDown } from '../../src/lib/coverage/record/take-down.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { open } from '../../src/lib/messages/vi/open';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { createPostgresDatabase } from '../database';
import { makeAccount, makeProvince, reportOf, type TestProvince } from '../database/province';
import { startServerProcess, type ServerProcess } from './server-process';

const period = '2026-10';
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 3));

let handle: DatabaseHandle;
let province: TestProvince;
let server: ServerProcess;

beforeAll(async () => {
	const databaseUrl = await createPostgresDatabase();
	handle = await openDatabase({ databaseUrl, dataDirectory: tmpdir() });
	await syncCatalogue(handle.database);
	province = await makeProvince(handle.database, { communes: 2, villages: 1 });
	server = await startServerProcess({
		...{ DATABASE_URL: databaseUrl, HOME_UNIT: '98', CLOCK_FROM: '2026-11-20T03:00:00Z' },
		NODE_OPTIONS: '--import ./tests/e2e/moved-clock/clock.js',
	});
});
afterAll(async () => {
	await server.kill();
	await handle.close();
});

/** A commune's report is sent and approved. @returns the change number that shows it. */
async function publish(unit: string, able: number, revision: number, day: number): Promise<number> {
	const { reporter, approver, provinceId } = province;
	const report = { ...reportOf(unit, period, able, 100), reason: 'counted again' };
	await submitReports(handle.database, reporter, [report], { channel: 'api', now: at(day) });
	const decision = { unit, period, decision: 'approve', revision, comment: '' } as const;
	await decideReports(handle.database, approver, [decision], at(day));
	return (await newestVersion(handle.database, provinceId, period))?.number ?? 0;
}

it('is read nowhere any more, though it was kept a moment ago', async () => {
	const [{ code } = { code: '' }, { code: other } = { code: '' }] = province.communes;
	await publish(other, 50, 1, 2);
	const former = await publish(code, 37, 1, 3);
	const current = await publish(code, 61, 2, 5);
	const pinned = `?thang=${period}&so=${former}`;
	const gone = [
		...['communes.csv', 'communes.json', 'communes.geojson', 'communes.xlsx'].map(
			(file) => `/du-lieu/${period}/${former}/${file}`,
		),
		...['SHA256SUMS', 'datapackage.json'].map((file) => `/du-lieu/${period}/${former}/${file}`),
		...[`/nhung/xa/${code}${pinned}`, `/nhung/ban-do${pinned}`],
	];
	const day = `/xa/${code}/2026-11-04`;
	const others = [
		`/xa/${code}/atom.xml`,
		'/thay-doi',
		'/thay-doi/atom.xml',
		'/api/v1/changes?after=0',
	];
	const stays = [
		...[`/du-lieu/${period}/${current}/communes.csv`, `/nhung/xa/${code}`],
		...[`/xa/${code}/anh-chia-se.png?thang=${period}`, `/xa/${code}.txt`],
	];
	const read = async (path: string, headers: Record<string, string> = {}) => {
		const answer = await fetch(server.url + path, { headers });
		return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() };
	};
	const readAll = async (paths: readonly string[]) =>
		new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
	// Twice, so that what is kept is kept.
	for (const _ of [1, 2]) await readAll([...gone, ...others, ...stays, day]);
	const before = await readAll([...gone, ...others, ...stays, day]);
	expect([...before.values()].map(({ status }) => status)).toEqual([...before].map(() => 200));
	expect(before.get(day)?.text).toContain('37');

	const administrator = await makeAccount(
		...([handle.database, 'admin', 'administrator', province.countryId] as const),
	);
	const given = { unit: code, period, number: String(former), reason: 'fewPeople' };
	await takeDown(handle.database, administrator, given, at(6));
	// Every node has heard of it once it is told what has changed.
	await expect
		.poll(async () => (await read(`/nhung/xa/${code}${pinned}`)).status, { timeout: 10_000 })
		.toBe(410);
	const after = await readAll([...gone, ...others, ...stays, day]);
	for (const path of gone) expect([path, after.get(path)?.status]).toEqual([path, 410]);
	// Whoever has a copy isn't told that it still holds.
	const [csv = ''] = gone;
	const copy = { 'if-none-match': before.get(csv)?.etag ?? '' };
	expect((await read(csv, copy)).status).toBe(410);
	for (const path of [...others, day]) {
		expect([path, after.get(path)?.status]).toEqual([path, 200]);
		expect([path, after.get(path)?.text]).not.toEqual([path, before.get(path)?.text]);
		expect(after.get(path)?.text).not.toMatch(/\b37(?:[.,]0)?(?:%| |<|&)/);
	}
	expect(after.get(day)?.text).toContain(open.takeDowns.reasons.fewPeople);
	expect((await read(`/du-lieu/${period}`)).text).toContain(open.takeDowns.reasons.fewPeople);
	for (const path of stays) expect([path, after.get(path)?.status]).toEqual([path, 200]);
});
