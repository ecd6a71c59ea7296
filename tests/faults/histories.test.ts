import { tmpdir } from 'node:os';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '../../src/lib/contracts/local-time';
import { homeUnit } from '../../src/lib/admin-units/home.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { ensurePeriods } from '../../src/lib/reports/periods.server';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { createPostgresDatabase, openTestDatabase } from '../database';
import { makeProvince } from '../database/province';
import { playHistory, tally, type World } from './history';
import { startLiveNode } from './live-node';
import { installRecount } from './recount';

/**
 * Each history is told by its seed, which a failure names. The 1,000 on PostgreSQL come in four
 * databases, since a unit with a thousand months of reports is not what the product is made for.
 */
const plans = [
	...[0, 250, 500, 750].map(
		(from) => ({ engine: 'postgres', nodes: 2, from, histories: 250 }) as const,
	),
	{ engine: 'embedded', nodes: 1, from: 1_000, histories: 50 } as const,
];
const atOnce = 10;
const firstSeed = 20_261_010;
const cookie = 'session=everything';

describe.each(plans)('random histories ($engine, $histories from $from)', (plan) => {
	let world: World;
	const undo: (() => Promise<void>)[] = [];

	beforeAll(async () => {
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
				Promise.resolve(
					cookies === cookie ? { sessionHash: 'everything', unitIds: everything } : null,
				),
			currentSessions: () => Promise.resolve(new Map([['everything', everything]])),
		};
		const nodes = await Promise.all(handles.map((handle) => startLiveNode(handle, access)));
		undo.push(...nodes.map((node) => () => node.stop()));
		undo.push(...[...new Set([main, ...handles])].map((handle) => () => handle.close()));
		world = { database, province, scope, nodes, cookie };
	});
	afterAll(async () => {
		for (const step of undo) await step();
	});

	it('never show a wrong number, and end at what SQL counts', { timeout: 1_500_000 }, async () => {
		const codes = Array.from({ length: plan.histories }, (_, back) => addMonths('2026-09', -back));
		const periods = [...(await ensurePeriods(world.database, codes)).values()];
		const before = { ...tally };
		const seeds = periods.entries();
		const player = async () => {
			for (const [index, period] of seeds)
				await playHistory(world, period, firstSeed + plan.from + index);
		};
		await Promise.all(Array.from({ length: atOnce }, player));

		const happened = (what: keyof typeof tally) => tally[what] - before[what];
		expect(happened('accepted')).toBeGreaterThan(3 * plan.histories);
		expect(happened('decided')).toBeGreaterThan(plan.histories);
		expect(happened('cuts')).toBeGreaterThan(plan.histories);
		expect(happened('shown')).toBeGreaterThan(4 * plan.histories);
		expect(happened('snapshots')).toBeGreaterThan(0);
	});
});

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
