import { eq } from 'drizzle-orm';
import { recordActivity } from '../../src/lib/activities/record.server';
import { addMaterial } from '../../src/lib/library/add.server';
import { drawUpPlan } from '../../src/lib/plans/draw-up.server';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit } from '../../src/lib/server/db/schema';
import { ForbiddenError, NotFoundError } from '../../src/lib/server/errors';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { addUnit } from './accounts';
import { makeAccount, makeProvince, reportOf, type TestProvince } from './province';

export const now = new Date('2026-11-02T03:00:00Z');
const received = new Date('2026-10-20T03:00:00Z');
export const month = '2026-10';
export const today = '2026-11-02';

export interface Scene {
	database: Database;
	province: TestProvince;
	/** The first commune lies in it. */
	districtId: number;
	/** Offered to the whole province. */
	materialId: number;
}

export async function setUpScene(database: Database): Promise<Scene> {
	const province = await makeProvince(database, { communes: 3, villages: 2 });
	const districtId = await addUnit(database, '980', 'district', province.provinceId);
	const first = province.communes[0]?.id ?? 0;
	await database.update(adminUnit).set({ parentId: districtId }).where(eq(adminUnit.id, first));
	await ensurePeriods(database, [month]);
	const villages = villagesOf(province);
	await submitReports(
		database,
		province.reporter,
		villages.map(({ code }) => reportOf(code, month, 60, 100)),
		{ channel: 'api', now: received },
	);
	for (const { id, code } of villages) {
		const ticket = { unitId: id, kind: 'difficulty', category: 'wifi' };
		await raiseTicket(
			database,
			province.reporter,
			{ ...ticket, text: `Cần hỗ trợ ${code}` },
			received,
		);
		const event = { kind: 'citizenSession', topic: 'skill1', heldOn: '2026-10-12' };
		await recordActivity(
			database,
			province.reporter,
			{ ...event, place: code, attendance: 20, key: `scope-${code}`, unitId: id },
			{ photo: null, now },
		);
		await makeAccount(database, `leader-${code}`, 'reporter', id);
		const plan = { year: 2026, title: `Kế hoạch của ${code}`, number: '', issuedOn: null };
		await drawUpPlan(database, province.reporter, { ...plan, unitId: id, template: 'empty' }, now);
	}
	const material = { title: 'Nộp hồ sơ', description: '', skill: 1, level: 'beginner' };
	const materialId = await addMaterial(
		database,
		province.approver,
		{ ...material, unitId: province.provinceId, language: 'vi', link: 'https://example.vn/1' },
		{ file: null, now },
	);
	return { database, province, districtId, materialId };
}

/** What a page tells when it is asked for each unit of the province in turn. */
export async function ofEach(
	{ province }: Scene,
	read: (unit: { id: number; code: string }) => Promise<string[]>,
): Promise<string[]> {
	const codes = unitCodes(province);
	const told = new Set<string>();
	for (const [id, code] of codes)
		try {
			for (const each of await read({ id, code })) told.add(each);
		} catch (thrown) {
			if (!(thrown instanceof ForbiddenError || thrown instanceof NotFoundError)) throw thrown;
		}
	return [...codes.values()].filter((code) => told.has(code));
}

/** Of communes and villages, by id. */
export const unitCodes = ({ communes }: TestProvince): Map<number, string> =>
	new Map(
		communes.flatMap((commune) => [commune, ...commune.villages]).map(({ id, code }) => [id, code]),
	);

export const villagesOf = ({ communes }: TestProvince) =>
	communes.flatMap(({ villages }) => villages);
