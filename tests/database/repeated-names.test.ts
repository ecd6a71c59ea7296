import { eq, like, not } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import { readBrief } from '../../src/lib/brief/read.server';
import { readMovers } from '../../src/lib/coverage/wall/read-movers.server';
import { readNight } from '../../src/lib/coverage/wall/read-night.server';
import { readStructureView } from '../../src/lib/coverage/structure/read.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { readRanking } from '../../src/lib/ranking/read.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { ensurePeriods, periodByCode } from '../../src/lib/reports/periods/periods.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { readCoverageMonth } from '../../src/lib/reports/status/coverage-month.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit, team } from '../../src/lib/server/db/schema';
import { readTeamsCondition } from '../../src/lib/teams/condition/read-condition.server';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { readTicketSummary } from '../../src/lib/tickets/read-summary.server';
import { describeDatabase, rolledBack } from '.';
import { makeProvince, reportOf } from './province';

const now = new Date('2026-11-02T03:00:00Z');
const day = '2026-10-31';
const { unitName } = createFormat('vi', vi);

describeDatabase('communes of one name in two districts', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const { provinceId, communes, approver, reporter } = await makeProvince(database, {
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
		await ensurePeriods(database, ['2026-09', '2026-10']);
		const scope = await unitByCode(database, '98', day);
		const period = await periodByCode(database, '2026-10', null);
		if (!scope) throw new Error('The province is there.');
		return { scope, period, approver, reporter, communes };
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
		'the night of a deadline': async (database: Database) => {
			const { scope, period } = await setUp(database);
			const before = await periodByCode(database, '2026-09', null);
			return (await readNight(database, scope, { period, before, now })).units;
		},
		'those that gained most': async (database: Database) => {
			const { communes, approver: actor, reporter } = await setUp(database);
			for (const [period, able] of [
				['2026-09', 50],
				['2026-10', 60],
			] as const) {
				const inputs = communes.map(({ code }) => reportOf(code, period, able, 100));
				await submitReports(database, reporter, inputs, { channel: 'api', now });
				const decisions = communes.map(({ code: unit }) => ({
					...{ unit, period, revision: 1, decision: 'approve' as const, comment: '' },
				}));
				await decideReports(database, actor, decisions, now);
			}
			const request = { homeCode: '98', periodCode: '2026-10', actor, now };
			const opened = await readCoverageMonth(database, request);
			if (!opened) throw new Error('The province is there.');
			const { movers } = await readMovers(database, opened.snapshot, {
				...{ audience: 'internal', at: null },
			});
			return movers;
		},
		'the difficulties that wait longest': async (database: Database) => {
			const { scope, communes, reporter } = await setUp(database);
			for (const { id: unitId } of communes)
				await raiseTicket(
					database,
					reporter,
					{ unitId, kind: 'difficulty', category: 'wifi', text: 'Sóng yếu ở cuối xã.' },
					now,
				);
			return (await readTicketSummary(database, scope.id, now)).oldest;
		},
		'the communes whose teams need looking at': async (database: Database) => {
			const { scope } = await setUp(database);
			return (await readTeamsCondition(database, scope.id, day, null)).worst;
		},
	};

	it.each(Object.entries(screens))('are told apart on %s, and no others', (_, read) =>
		rolledBack(handle(), async (database) => {
			const names = (await read(database)).map(unitName).sort();
			expect(names).toEqual(['Xã Khác', 'Xã Tân An (Tây)', 'Xã Tân An (Đông)']);
		}),
	);

	it('are told apart on the wall even where only one of them is shown', () =>
		rolledBack(handle(), async (database) => {
			const { scope, communes, reporter } = await setUp(database);
			const [{ id: unitId } = { id: 0 }] = communes;
			const ticket = { unitId, kind: 'difficulty', category: 'wifi', text: 'Sóng yếu ở cuối xã.' };
			await raiseTicket(database, reporter, ticket, now);
			await database
				.update(team)
				.set({ closedOn: day })
				.where(not(like(team.name, `%${communes[0]?.code ?? ''}%`)));
			const shown = [
				...(await readTicketSummary(database, scope.id, now)).oldest,
				...(await readTeamsCondition(database, scope.id, day, null)).worst,
			];
			expect(shown.map(unitName)).toEqual(['Xã Tân An (Đông)', 'Xã Tân An (Đông)']);
		}));
});
