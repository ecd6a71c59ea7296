import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import { readBrief } from '../../src/lib/brief/read.server';
import { readStructureView } from '../../src/lib/coverage/structure/read.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { readRanking } from '../../src/lib/ranking/read.server';
import { ensurePeriods, periodByCode } from '../../src/lib/reports/periods/periods.server';
import { readCoverageMonth } from '../../src/lib/reports/status/coverage-month.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit } from '../../src/lib/server/db/schema';
import { describeDatabase, rolledBack } from '.';
import { makeProvince } from './province';

const now = new Date('2026-11-02T03:00:00Z');
const day = '2026-10-31';
const { unitName } = createFormat('vi', vi);

describeDatabase('communes of one name in two districts', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const { provinceId, communes, approver } = await makeProvince(database, {
			communes: 3,
			villages: 1,
		});
		const districts = ['Đông', 'Tây'].map((name, index) => ({
			...{ code: `98${index}`, name, level: 'district' as const, kind: 'huyen' as const },
			...{ searchName: name, parentId: provinceId, validFrom: '2020-01-01' },
		}));
		const made = await database.insert(adminUnit).values(districts).returning();
		for (const [index, name] of ['Tân An', 'Tân An', 'Khác'].entries())
			await database
				.update(adminUnit)
				.set({ name, parentId: made[index % 2]?.id ?? 0 })
				.where(eq(adminUnit.id, communes[index]?.id ?? 0));
		await ensurePeriods(database, ['2026-10']);
		const scope = await unitByCode(database, '98', day);
		const period = await periodByCode(database, '2026-10', null);
		if (!scope) throw new Error('The province is there.');
		return { scope, period, approver };
	};

	const screens = {
		'the map, its lists and the wall': async (database: Database) => {
			await setUp(database);
			const request = { homeCode: '98', periodCode: undefined, actor: null, now };
			return (await readCoverageMonth(database, request))?.snapshot.units ?? [];
		},
		'the view in a later structure': async (database: Database) => {
			const { scope, period } = await setUp(database);
			const request = { scope, period, structureDay: day, audience: 'public' } as const;
			return (await readStructureView(database, request)).units;
		},
		'the ranking': async (database: Database) => {
			const { scope, period, approver: actor } = await setUp(database);
			const request = { scope, period, actor, now, level: 'commune', basis: 'approved' } as const;
			return (await readRanking(database, request)).entries;
		},
		'the brief': async (database: Database) => {
			const { scope, approver } = await setUp(database);
			return (await readBrief(database, approver, scope, { month: '2026-10', now })).overdue
				.missing;
		},
	};

	it.each(Object.entries(screens))('are told apart on %s, and no others', (_, read) =>
		rolledBack(handle(), async (database) => {
			const names = (await read(database)).map(unitName).sort();
			expect(names).toEqual(['Xã Khác', 'Xã Tân An (Tây)', 'Xã Tân An (Đông)']);
		}),
	);
});
