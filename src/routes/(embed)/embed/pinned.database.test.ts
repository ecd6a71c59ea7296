import { eq } from 'drizzle-orm';
import { afterAll, expect, it, vi } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { temporaryFiles } from '../../../../tests/fixtures/import/files';
import { importHouseholds } from '$lib/admin-units/import/import-households.server';
import { addMonths, localDay } from '$lib/contracts/local-time';
import type { CommuneEmbed, MapEmbed } from '$lib/coverage/embed/view';
import { takeDown } from '$lib/coverage/record/take-down.server';
import { newestVersion } from '$lib/coverage/record/read-version.server';
import { syncCatalogue } from '$lib/indicators/sync.server';
import { submitReports } from '$lib/reports/intake/submit.server';
import { decideReports } from '$lib/reports/review/decide.server';
import type { Database } from '$lib/server/db/client';
import { adminUnit } from '$lib/server/db/schema';
import { load as loadCommuneCard } from './commune/[unit]/+page.server';
import { load as loadMap } from './map/+page.server';

// Other tests share what is loaded: for these it is loaded anew.
vi.hoisted(() => vi.resetModules());
vi.mock('$lib/server/app', () => ({
	app: () => ({ config: { homeUnit: '98', demo: false } }),
}));
afterAll(() => {
	vi.doUnmock('$lib/server/app');
	vi.resetModules();
});

const today = localDay(new Date());
/** Over and due. */
const period = addMonths(today, -2);
const write = temporaryFiles();

describeDatabase('a frame pinned to a version', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [commune, other] = province.communes;
		if (!commune || !other) throw new Error('two communes');
		const publish = async (unit: string, able: number, revision = 1) => {
			const now = new Date(`${period}-25T03:00:00Z`);
			const input = { ...reportOf(unit, period, able, 100), reason: 'đếm lại' };
			const [sent] = await submitReports(database, province.reporter, [input], {
				...{ channel: 'api', now },
			});
			expect(sent).toMatchObject({ status: 'accepted' });
			const decision = { unit, period, decision: 'approve', revision, comment: '' } as const;
			await decideReports(database, province.approver, [decision], now);
		};
		const register = async (households: number) => {
			const file = write('households.csv', `code,households\n${commune.code},${households}`);
			await importHouseholds(database, file, { year: 2026, source: 'niên giám', validOn: today });
		};
		const locals = { handle: { ...handle(), database }, locale: 'vi', actor: null };
		const card = async (query: string) => {
			const url = new URL(`http://localhost/nhung/xa/${commune.code}?${query}`);
			const event = { locals, url, params: { unit: commune.code } };
			const data = await loadCommuneCard(event as unknown as Parameters<typeof loadCommuneCard>[0]);
			return (data as { embed: CommuneEmbed }).embed;
		};
		const map = async (query: string) => {
			const event = { locals, url: new URL(`http://localhost/nhung/ban-do?${query}`) };
			const data = await loadMap(event as unknown as Parameters<typeof loadMap>[0]);
			return (data as { embed: MapEmbed }).embed;
		};
		/** What `Nhúng` offers to copy. */
		const pinOf = async (unitId: number) =>
			`thang=${period}&so=${(await newestVersion(database, unitId, period))?.number}`;
		return { ...province, commune, other, publish, register, card, map, pinOf };
	};

	it('keeps figures, name and what the register said, whatever is changed later', () =>
		rolledBack(handle(), async (database) => {
			const { commune, provinceId, publish, register, card, map, pinOf } = await setUp(database);
			await register(120);
			await publish(commune.code, 40);
			const [ofCommune, ofMap] = [await pinOf(commune.id), await pinOf(provinceId)];
			const [before, mapBefore] = [await card(ofCommune), await map(ofMap)];
			expect(before).toMatchObject({
				...{ unit: { name: 'Xã 0' }, reading: { kind: 'share', able: 40, base: 100 } },
				note: { month: period, pinned: expect.any(Number) as unknown },
			});
			expect(mapBefore).toMatchObject({ place: { name: 'Thử Nghiệm' } });
			expect(new Map(mapBefore.states).get(commune.id)).toBe('class2');

			await publish(commune.code, 90, 2);
			await register(1000);
			await database.update(adminUnit).set({ name: 'Tên Mới' });
			expect(await card(`thang=${period}`)).toMatchObject({
				...{ unit: { name: 'Tên Mới' }, reading: { kind: 'insufficient' } },
			});
			expect(await card(ofCommune)).toEqual({ ...before, path: expect.any(String) as unknown });
			expect(await map(ofMap)).toEqual(mapBefore);

			const number = new URLSearchParams(ofCommune).get('so') ?? '';
			const asked = { unit: commune.code, period, number, reason: 'byOrder' };
			const administrator = await makeAccount(database, 'head', 'administrator', provinceId);
			await takeDown(database, administrator, asked, new Date());
			await expect(card(ofCommune)).rejects.toMatchObject({ status: 410 });
			await expect(map(ofMap)).rejects.toMatchObject({ status: 410 });
		}));

	it('goes on saying that too few were reported, where it was so', () =>
		rolledBack(handle(), async (database) => {
			const { commune, provinceId, publish, register, card, map, pinOf } = await setUp(database);
			await register(1000);
			await publish(commune.code, 40);
			const [ofCommune, ofMap] = [await pinOf(commune.id), await pinOf(provinceId)];
			await register(100);
			expect(await card('')).toMatchObject({ reading: { kind: 'share' } });
			expect(await card(ofCommune)).toMatchObject({ reading: { kind: 'insufficient' } });
			expect(new Map((await map(ofMap)).states).get(commune.id)).toBe('insufficient');
		}));

	it('is about whoever bore the code then', () =>
		rolledBack(handle(), async (database) => {
			const { commune, other, publish, card, pinOf } = await setUp(database);
			await publish(commune.code, 40);
			const pin = await pinOf(commune.id);
			const before = await card(pin);
			const first = `${addMonths(period, 1)}-01`;
			await database.update(adminUnit).set({ validTo: first }).where(eq(adminUnit.id, commune.id));
			await database
				.update(adminUnit)
				.set({ code: commune.code, validFrom: first })
				.where(eq(adminUnit.id, other.id));
			expect(await card('')).toMatchObject({ unit: { name: 'Xã 1' } });
			expect(await card(pin)).toMatchObject({ unit: { name: 'Xã 0' }, reading: before.reading });
		}));

	it('answers that there is nothing for a number or a month that is none', () =>
		rolledBack(handle(), async (database) => {
			const { commune, publish, card, map } = await setUp(database);
			await publish(commune.code, 40);
			for (const query of [
				`thang=${period}&so=1`,
				`thang=2026-13&so=1`,
				'so=1',
				`thang=${period}&so=x`,
			]) {
				await expect(card(query), query).rejects.toMatchObject({ status: 404 });
				await expect(map(query), query).rejects.toMatchObject({ status: 404 });
			}
		}));
});
