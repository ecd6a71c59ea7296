import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findAccounts } from '../../src/lib/accounts/find-accounts.server';
import { viewedUnits } from '../../src/lib/accounts/live-access.server';
import { listActivities } from '../../src/lib/activities/list.server';
import { recordActivity } from '../../src/lib/activities/record.server';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import { readReachable } from '../../src/lib/admin-units/reachable.server';
import { readBrief } from '../../src/lib/brief/read.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import { readTargets } from '../../src/lib/indicators/targets/read.server';
import { addMaterial } from '../../src/lib/library/add.server';
import { readMaterial } from '../../src/lib/library/read.server';
import { readChoice } from '../../src/lib/papers/official/choice.server';
import { writeReports } from '../../src/lib/papers/reports/write-reports.server';
import { exportTeams } from '../../src/lib/papers/roster/export-teams.server';
import { readRanking } from '../../src/lib/ranking/read.server';
import { readEntryWork } from '../../src/lib/reports/entry/read-work.server';
import { readReportableUnits, readWaitingReports } from '../../src/lib/reports/overview.server';
import { ensurePeriods, periodByCode } from '../../src/lib/reports/periods.server';
import { readReport } from '../../src/lib/reports/read-report.server';
import { readScreen } from '../../src/lib/reports/screen.server';
import { readStatus } from '../../src/lib/reports/status.server';
import { submitReports } from '../../src/lib/reports/submit.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit } from '../../src/lib/server/db/schema';
import { ForbiddenError, NotFoundError } from '../../src/lib/server/errors';
import { catchUp } from '../../src/lib/server/live/catch-up';
import { readTeamLines } from '../../src/lib/teams/list/read-lines.server';
import { listTickets } from '../../src/lib/tickets/list.server';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { addUnit } from './accounts';
import { makeAccount, makeProvince, reportOf, type TestProvince } from './province';
import { describeDatabase, rolledBack } from '.';

const now = new Date('2026-11-02T03:00:00Z');
const received = new Date('2026-10-20T03:00:00Z');
const month = '2026-10';
const today = '2026-11-02';

interface Scene {
	database: Database;
	province: TestProvince;
	/** The first commune lies in it. */
	districtId: number;
	/** Offered to the whole province. */
	materialId: number;
}

/**
 * Every signed-in page and stream, with the codes of those units of which it tells more than the
 * public may know. Whatever is added to the product gets a line here.
 */
const pages: Record<string, (scene: Scene, actor: Actor) => Promise<string[]>> = {
	'reports to enter': async ({ database }, actor) => {
		const filter = { filter: { code: '', searchName: '' }, limit: 100 };
		const period = await periodByCode(database, month);
		const { lines } = await readReportableUnits(database, actor, period, filter);
		return lines.map(({ code }) => code);
	},
	'reports to decide': async ({ database }, actor) => {
		const period = await periodByCode(database, month);
		const { lines } = await readWaitingReports(database, actor, period, 100);
		return lines.map(({ code }) => code);
	},
	'one report': async ({ database, province }, actor) => {
		const opened: string[] = [];
		for (const code of unitCodes(province).values())
			try {
				await readReport(database, actor, { unit: code, period: month });
				opened.push(code);
			} catch (thrown) {
				if (!(thrown instanceof ForbiddenError)) throw thrown;
			}
		return opened;
	},
	'the phone’s work': async ({ database }, actor) => {
		const { reports } = await readEntryWork(database, actor, { locale: 'vi', now });
		return reports.filter(({ period }) => period === month).map(({ unit }) => unit.code);
	},
	'the ranking of communes': (scene, actor) => provisionalRanks(scene, actor, 'commune'),
	'the ranking of villages': (scene, actor) => provisionalRanks(scene, actor, 'village'),
	'the map and the wall': async ({ database, province }, actor) => {
		const asked = { homeCode: '98', periodCode: month, actor, now };
		const snapshot = (await readScreen(database, asked))?.snapshot;
		const provisional = (snapshot?.figures ?? []).filter(({ basis }) => basis === 'provisional');
		return provisional.flatMap(({ unitId }) => unitCodes(province).get(unitId) ?? []);
	},
	'the internal stream': async ({ database, province }, actor) => {
		const audience = { stream: 'internal', unitIds: viewedUnits(actor) } as const;
		const reply = await catchUp(database, audience, 0);
		if (!reply.ok) throw new Error('Nothing was pruned.');
		return reply.changes.flatMap((change) =>
			change.type === 'figures' && change.audience === 'internal'
				? (unitCodes(province).get(change.unitId) ?? [])
				: [],
		);
	},
	teams: async ({ database }, actor) => {
		const lines = await readTeamLines(database, actor, '2026-10-31');
		return lines.filter(({ team }) => team).map(({ unit }) => unit.code);
	},
	activities: async ({ database }, actor) => {
		const selection = { month, kind: null, searchName: '', page: 1, pageSize: 100 };
		const { activities } = await listActivities(database, actor, selection);
		return activities.map(({ place }) => place);
	},
	tickets: async ({ database }, actor) => {
		const selection = { state: null, category: null, kind: null, level: null };
		const asked = { ...selection, page: 1, pageSize: 100 };
		const { tickets } = await listTickets(database, actor, asked, now);
		return tickets.map(({ text }) => text.replace('Cần hỗ trợ ', ''));
	},
	'the state of reporting': (scene, actor) =>
		ofEach(scene, async ({ code }) => {
			const asked = { at: undefined, search: '', filter: 'all', now } as const;
			const status = await readStatus(scene.database, actor, {
				...asked,
				unit: code,
				period: month,
			});
			return [code, ...(status?.lines ?? []).map((line) => line.code)];
		}),
	targets: (scene, actor) =>
		ofEach(scene, async ({ code }) => {
			const { unit, choices } = await readReachable(scene.database, actor, code, today);
			const year = { year: 2026, elapsed: 10, day: today };
			await readTargets(scene.database, actor, unit, 'leaflets', year);
			return [unit, ...choices].map((each) => each.code);
		}),
	'the brief': (scene, actor) =>
		ofEach(scene, async ({ code }) => {
			const { unit } = await readReachable(scene.database, actor, code, today);
			const brief = await readBrief(scene.database, actor, unit, { month, now });
			return [brief.unit.code];
		}),
	'classes of the library': async ({ database, materialId }, actor) => {
		try {
			const { classes, linkable } = await readMaterial(database, actor, materialId, now);
			return [...classes, ...linkable].map(({ place }) => place);
		} catch (thrown) {
			if (thrown instanceof NotFoundError) return [];
			throw thrown;
		}
	},
	'report files': (scene, actor) =>
		ofEach(scene, async ({ code: unit }) => {
			const wanted = { file: 'csv', period: month, unit, levels: [] } as const;
			const { content } = await writeReports(scene.database, actor, wanted);
			const lines = new TextDecoder().decode(content).split('\n');
			return lines.map((line) => line.split(';')[0] ?? '');
		}),
	'official reports': async ({ database, province }, actor) => {
		const { units } = await readChoice(database, actor, new URLSearchParams(), now);
		const known = new Set(unitCodes(province).values());
		return units.map(({ code }) => code).filter((code) => known.has(code));
	},
	'lists of teams': (scene, actor) =>
		ofEach(scene, async ({ code: unit }) => {
			await exportTeams(scene.database, actor, { file: 'roster', unit, day: today });
			return [unit];
		}),
	accounts: async ({ database }, actor) => {
		const filter = { search: '', role: null, state: 'all', page: 1 } as const;
		const { accounts } = await findAccounts(database, actor, filter);
		return accounts.flatMap(({ name }) => /^leader-(.+)$/.exec(name)?.[1] ?? []);
	},
};

/** What a page tells when it is asked for each unit of the province in turn. */
async function ofEach(
	{ province }: Scene,
	read: (unit: { id: number; code: string }) => Promise<string[]>,
): Promise<string[]> {
	const known = unitCodes(province);
	const told = new Set<string>();
	for (const [id, code] of known)
		try {
			for (const each of await read({ id, code })) told.add(each);
		} catch (thrown) {
			if (!(thrown instanceof ForbiddenError || thrown instanceof NotFoundError)) throw thrown;
		}
	return [...known.values()].filter((code) => told.has(code));
}

async function provisionalRanks(
	{ database, province }: Scene,
	actor: Actor,
	level: 'commune' | 'village',
) {
	const scope = await unitByCode(database, '98', '2026-10-31');
	if (!scope) throw new Error('The province is there.');
	const period = await periodByCode(database, month);
	const asked = { scope, level, basis: 'provisional', period, actor, now } as const;
	const { entries } = await readRanking(database, asked);
	return entries
		.filter(({ basis, reading }) => basis === 'provisional' && reading.kind === 'share')
		.flatMap(({ unitId }) => unitCodes(province).get(unitId) ?? []);
}

/** Of communes and villages, by id. */
const unitCodes = ({ communes }: TestProvince): Map<number, string> =>
	new Map(
		communes.flatMap((commune) => [commune, ...commune.villages]).map(({ id, code }) => [id, code]),
	);

/** What each scope reaches, as beginnings of codes; the province, which sees all, is the measure. */
const scopes = {
	district: ['98000'],
	commune: ['98001'],
	village: ['98001-01'],
	elsewhere: [],
} as const;
type Scope = keyof typeof scopes | 'province';

describeDatabase('who sees which units', (handle) => {
	async function setUp(database: Database): Promise<Scene> {
		const province = await makeProvince(database, { communes: 3, villages: 2 });
		const districtId = await addUnit(database, '980', 'district', province.provinceId);
		const first = province.communes[0]?.id ?? 0;
		await database.update(adminUnit).set({ parentId: districtId }).where(eq(adminUnit.id, first));
		await ensurePeriods(database, [month]);
		const villages = province.communes.flatMap((commune) => commune.villages);
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

	async function administratorOf({ database, province, districtId }: Scene, scope: Scope) {
		const commune = province.communes[1];
		const unitIds: Record<Scope, number> = {
			province: province.provinceId,
			district: districtId,
			commune: commune?.id ?? 0,
			village: commune?.villages[0]?.id ?? 0,
			elsewhere: await addUnit(database, `${scope}-other`, 'province', province.countryId),
		};
		return makeAccount(database, `asking-${scope}`, 'administrator', unitIds[scope]);
	}

	describe.each(['district', 'commune', 'village', 'elsewhere'] as const)('%s', (scope) => {
		it.each(Object.entries(pages))('%s', (_, read) =>
			rolledBack(handle(), async (database) => {
				const scene = await setUp(database);
				const everything = await read(scene, await administratorOf(scene, 'province'));
				expect(everything.length).toBeGreaterThan(2);
				const actor = await administratorOf(scene, scope);
				const within = everything.filter((code) =>
					scopes[scope].some((start) => code.startsWith(start)),
				);
				expect((await read(scene, actor)).sort()).toEqual(within.sort());
			}),
		);
	});
});
