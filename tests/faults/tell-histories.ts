import { tmpdir } from 'node:os';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addMonths } from '../../src/lib/contracts/local-time';
import { homeUnit } from '../../src/lib/admin-units/home.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { createPostgresDatabase, openTestDatabase } from '../database';
import { makeProvince } from '../database/province';
import { playHistory, tally, type World } from './history';
import { startLiveNode } from './live-node';
import { installRecount } from './recount';

interface Plan {
	engine: 'postgres' | 'embedded';
	nodes: number;
	/** Which of all histories they are: each has a seed of its own. */
	from: number;
	histories: number;
}

const atOnce = 10;
const firstSeed = 20_261_010;
const cookie = 'session=everything';

/**
 * Each history is told by its seed, which a failure names. They come in several files, which workers
 * share, and each file in a database of its own, since a unit with a thousand months of reports is
 * not what the product is made for.
 */
export function tellHistories(plan: Plan): void {
	describe(`random histories (${plan.engine}, ${plan.histories} from ${plan.from})`, () => {
		tell(plan);
	});
}

function tell(plan: Plan): void {
	let world: World;
	const undo: (() => Promise<void>)[] = [];

	beforeAll(async () => {
		vi.stubEnv('FIRST_YEAR', '2000');
		const [main, ...handles] = await openHandles(plan.engine, plan.nodes);
		if (!main) throw new Error('No database was opened.');
		const { database } = main;
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 3, villages: 3 });
		// The histories go back a long way: each has a month of its own.
		await database.execute(sql`update admin_unit set valid_from = '1900-01-01'`);
		await installRecount(database);
		const scope = await homeUnit(database, '98', '2026-10-31');
		if (!scope) throw new Error('The province was not stored.');
		const everything = [province.provinceId];
		const access = {
			identify: (cookies: string | undefined) =>
				Promise.resolve(cookies === cookie ? { key: 'everything', unitIds: everything } : null),
			currentSessions: () => Promise.resolve(new Map([['everything', everything]])),
		};
		const nodes = await Promise.all(handles.map((handle) => startLiveNode(handle, access)));
		undo.push(...nodes.map((node) => () => node.stop()));
		undo.push(...[...new Set([main, ...handles])].map((handle) => () => handle.close()));
		world = { database, province, scope, nodes, cookie };
	});
	afterAll(async () => {
		vi.unstubAllEnvs();
		for (const step of undo) await step();
	});

	it('never show a wrong number, and end at what SQL counts', { timeout: 1_500_000 }, async () => {
		const codes = Array.from({ length: plan.histories }, (_, back) => addMonths('2026-09', -back));
		const periods = [...(await ensurePeriods(world.database, codes)).values()];
		const seeds = periods.entries();
		const player = async () => {
			for (const [index, period] of seeds)
				await playHistory(world, period, firstSeed + plan.from + index);
		};
		await Promise.all(Array.from({ length: atOnce }, player));

		expect(tally.accepted).toBeGreaterThan(3 * plan.histories);
		expect(tally.decided).toBeGreaterThan(plan.histories);
		expect(tally.cuts).toBeGreaterThan(plan.histories);
		expect(tally.shown).toBeGreaterThan(4 * plan.histories);
		expect(tally.snapshots).toBeGreaterThan(0);
	});
}

/** One for the people, and one for each node, as separate processes would have them. */
async function openHandles(
	engine: 'postgres' | 'embedded',
	nodes: number,
): Promise<DatabaseHandle[]> {
	if (engine === 'embedded') {
		const handle = await openTestDatabase('embedded');
		return [handle, ...Array.from({ length: nodes }, () => handle)];
	}
	const location = { databaseUrl: await createPostgresDatabase(), dataDirectory: tmpdir() };
	return Promise.all(Array.from({ length: nodes + 1 }, () => openDatabase(location)));
}
