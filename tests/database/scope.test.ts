import { expect, it } from 'vitest';
import { findAccounts } from '../../src/lib/accounts/administration/find-accounts.server';
import { viewedUnits } from '../../src/lib/accounts/sessions/live-access.server';
import { listActivities } from '../../src/lib/activities/list.server';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import { readReachable } from '../../src/lib/admin-units/access/reachable.server';
import { readBrief } from '../../src/lib/brief/read.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import { readTargets } from '../../src/lib/indicators/targets/read.server';
import { listPlanningUnits } from '../../src/lib/plans/list-units.server';
import { readMaterial } from '../../src/lib/library/read.server';
import { readChoice } from '../../src/lib/papers/official/choice.server';
import { writeReports } from '../../src/lib/papers/reports/write-reports.server';
import { exportTeams } from '../../src/lib/papers/roster/export-teams.server';
import { readRanking } from '../../src/lib/ranking/read.server';
import { readEntryWork } from '../../src/lib/reports/entry/read-work.server';
import { readReportableUnits } from '../../src/lib/reports/status/overview.server';
import { periodByCode } from '../../src/lib/reports/periods/periods.server';
import { readQueue } from '../../src/lib/reports/review/read-queue.server';
import { readReport } from '../../src/lib/reports/review/read-report.server';
import { readCoverageMonth } from '../../src/lib/reports/status/coverage-month.server';
import { readStatus } from '../../src/lib/reports/status/status.server';
import { ForbiddenError, NotFoundError } from '../../src/lib/server/errors';
import { catchUpOf } from '../../src/lib/server/live/catch-up';
import { readTeamLines } from '../../src/lib/teams/list/read-lines.server';
import { listTickets } from '../../src/lib/tickets/list.server';
import { addUnit } from './accounts';
import { makeAccount } from './province';
import { officePages } from './scope-office';
import { month, now, ofEach, setUpScene, today, unitCodes, type Scene } from './scope-scene';
import { describeDatabase, rolledBack } from '.';

/**
 * Every signed-in page and stream, with the codes of those units of which it tells more than the
 * public may know. Whatever is added to the product gets a line here.
 */
const pages: Record<string, (scene: Scene, actor: Actor) => Promise<string[]>> = {
	...Object.fromEntries(Object.entries(officePages).map(([name, { read }]) => [name, read])),
	'reports to enter': async ({ database }, actor) => {
		const filter = { filter: { code: '', searchName: '' }, limit: 100 };
		const period = await periodByCode(database, month, null);
		const { lines } = await readReportableUnits(database, actor, period, filter);
		return lines.map(({ code }) => code).filter(isOfProvince);
	},
	'reports to decide': async ({ database }, actor) => {
		const everything = { period: null, page: 1, pageSize: 100 };
		const queue = await readQueue(database, actor, everything, now);
		return (queue?.reports ?? []).map(({ code }) => code);
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
		return reports
			.filter(({ period }) => period === month)
			.map(({ unit }) => unit.code)
			.filter(isOfProvince);
	},
	'the ranking of communes': (scene, actor) => provisionalRanks(scene, actor, 'commune'),
	'the ranking of villages': (scene, actor) => provisionalRanks(scene, actor, 'village'),
	'the map and the wall': async ({ database, province }, actor) => {
		const asked = { homeCode: '98', periodCode: month, actor, now };
		const snapshot = (await readCoverageMonth(database, asked))?.snapshot;
		const provisional = (snapshot?.figures ?? []).filter(({ basis }) => basis === 'provisional');
		return provisional.flatMap(({ unitId }) => unitCodes(province).get(unitId) ?? []);
	},
	'the internal stream': async ({ database, province }, actor) => {
		const audience = { stream: 'internal', unitIds: viewedUnits(actor) } as const;
		const reply = await catchUpOf(database).answer(audience, 0);
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
	plans: async ({ database }, actor) => {
		const asked = { year: 2026, missing: false, page: 1, pageSize: 100 };
		const told: string[] = [];
		for (const level of ['commune', 'village'] as const) {
			const list = await listPlanningUnits(database, actor, { ...asked, level }, today);
			// Where somebody sees no unit of a level they are shown another one.
			if (list.level === level)
				for (const { title } of list.units)
					if (title !== null) told.push(title.replace('Kế hoạch của ', ''));
		}
		return told;
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
		const codes = new Set(unitCodes(province).values());
		return units.map(({ code }) => code).filter((code) => codes.has(code));
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

async function provisionalRanks(
	{ database, province }: Scene,
	actor: Actor,
	level: 'commune' | 'village',
) {
	const scope = await unitByCode(database, '98', '2026-10-31');
	if (!scope) throw new Error('The province is there.');
	const period = await periodByCode(database, month, null);
	const asked = { scope, level, basis: 'provisional', period, actor, now } as const;
	const { entries } = await readRanking(database, asked);
	return entries
		.filter(({ basis, reading }) => basis === 'provisional' && reading.kind === 'share')
		.flatMap(({ unitId }) => unitCodes(province).get(unitId) ?? []);
}

/** Whoever reports for a place elsewhere sees that place. */
const isOfProvince = (code: string) => code.startsWith('98');

/** The codes that each scope reaches; the province, which sees all, is the measure. */
const scopes = {
	district: /^980(00.*)?$/,
	commune: /^98001/,
	village: /^98001-01$/,
	elsewhere: /^$/,
} as const;
type Scope = keyof typeof scopes | 'province';

describeDatabase('who sees which units', (handle) => {
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

	it.each(Object.entries(pages))('%s', (name, read) =>
		rolledBack(handle(), async (database) => {
			const scene = await setUpScene(database);
			await officePages[name]?.prepare(scene);
			const everything = await read(scene, await administratorOf(scene, 'province'));
			expect(everything.length).toBeGreaterThan(2);
			for (const scope of ['district', 'commune', 'village', 'elsewhere'] as const) {
				const told = (await read(scene, await administratorOf(scene, scope))).sort();
				const within = everything.filter((code) => scopes[scope].test(code)).sort();
				expect({ scope, told }).toEqual({ scope, told: within });
			}
		}),
	);
});
