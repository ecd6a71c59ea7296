import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../tests/database';
import { makeProvince } from '../../../../tests/database/province';
import { verifyFreeze } from '../../awards/freeze/read.server';
import { actorOfBearer } from '../../accounts/tokens/bearer.server';
import { signIn } from '../../accounts/sign-in/sign-in.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { changePosition, readChanges } from '../../server/change-log';
import { queryRows, type DatabaseHandle } from '../../server/db/client';
import { demoAccounts } from '../accounts';
import { imagineDemo, type Demo } from '../imagine';
import { HandOver, handOverFile, tokenFile, Tokens } from '../simulator/hand-over';
import { fillDemo } from './fill.server';
import { handOver } from './hand-over.server';
import { isFilled } from './is-filled.server';

const now = new Date('2026-11-22T05:00:00Z');
const whole = imagineDemo(now);
/** The last two months, which is quick to store: the months before are of the same kind. */
const demo: Demo = {
	...whole,
	happenings: whole.happenings.filter(({ at }) => at >= new Date('2026-10-12T00:00:00Z')),
};
const silent = () => {};

/** The embedded engine is filled with all of it for the tests in a browser: tests/e2e/fill-province.ts. */
describe('the demo on PostgreSQL', () => {
	let folder: string;
	let opened: DatabaseHandle;
	const handle = () => opened;

	beforeAll(async () => {
		opened = await openTestDatabase('postgres');
		folder = await mkdtemp(join(tmpdir(), 'nhip-so-demo-test-'));
		await syncCatalogue(handle().database);
	});
	afterAll(async () => {
		await opened.close();
		await rm(folder, { recursive: true, force: true });
	});

	it('leaves nothing behind when it fails half-way', async () => {
		const [first] = demo.happenings;
		if (first?.kind !== 'submit') throw new Error('The first thing that happens is a report.');
		const [report] = first.reports;
		if (!report) throw new Error('There is no report.');
		const broken = { ...first, reports: [{ ...report, unit: '99999-99' }] };
		const { database } = handle();
		await expect(
			fillDemo(database, { ...demo, happenings: [first, broken] }, silent),
		).rejects.toThrow('unknownUnit');
		expect(await isFilled(database)).toBe(false);
		const left = await queryRows(
			database,
			sql`select (select count(*) from admin_unit)::int as units, (select count(*) from account)::int as accounts`,
		);
		expect(left).toEqual([{ units: 0, accounts: 0 }]);
	});

	it('fills an empty database, and is there then', async () => {
		const { database } = handle();
		await fillDemo(database, demo, silent);
		expect(await isFilled(database)).toBe(true);
		const [counts] = await queryRows(
			database,
			sql`select (select count(*) from admin_unit where level = 'commune' and valid_to is null)::int as communes,
				(select count(*) from admin_unit where level = 'commune')::int as ever,
				(select count(*) from boundary)::int as outlines,
				(select count(*) from boundary_layer where byte_length > 0)::int as layers,
				(select count(*) from unit_lineage where share is not null)::int as shares,
				(select count(distinct unit_id) from team where closed_on is null) > 850 as teams,
				(select count(*) from coverage) > 2000 as coverage,
				(select count(distinct unit.id) from report join admin_unit unit on unit.id = report.unit_id
					where unit.level in ('organisation', 'province'))::int as bodies,
				(select count(*) from team_member where area_ids <> '{}') > 30 as areas,
				(select count(*) from register_explanation)::int as explained`,
		);
		expect(counts).toEqual({
			communes: 100,
			ever: 105,
			outlines: 105,
			layers: 4,
			shares: 2,
			teams: true,
			coverage: true,
			bodies: 9,
			areas: true,
			explained: 1,
		});
	}, 600_000);

	it('does not make screens catch up with its history', async () => {
		const { database } = handle();
		const { lastNumber, prunedTo } = await changePosition(database);
		expect(prunedTo).toBe(lastNumber);
		expect((await readChanges(database, 0, 10)).changes).toEqual([]);
	});

	it('hands over tokens that only their owner can read, and mints them again when they are gone', async () => {
		const { database } = handle();
		await handOver(database, folder, now);
		const path = tokenFile(folder);
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		const read = async () => v.parse(Tokens, JSON.parse(await readFile(path, 'utf8')));
		const tokens = await read();
		expect(Object.keys(tokens).sort()).toEqual([
			'baocao.cum1',
			'baocao.cum2',
			'baocao.cum3',
			'duyet',
		]);
		for (const [name, token] of Object.entries(tokens))
			expect(await actorOfBearer(database, `Bearer ${token}`)).toMatchObject({ name });

		await handOver(database, folder, now);
		expect(await read()).toEqual(tokens);
		await rm(path);
		await handOver(database, folder, now);
		expect(await read()).not.toEqual(tokens);
		expect(await actorOfBearer(database, `Bearer ${tokens.duyet ?? ''}`)).toBeNull();
	});

	it('has a season that was decided at the last 10/10, and one that is under way', async () => {
		const { database } = handle();
		const seasons = await queryRows<{ id: number } & Record<string, unknown>>(
			database,
			sql`select season.id, season.year,
					(select array_agg(distinct nomination.state order by nomination.state)
						from award_nomination nomination join award_category category
							on category.id = nomination.category_id and category.season_id = season.id) as states,
					(select phase from award_council council where council.season_id = season.id) as phase,
					exists (select from award_freeze frozen
						where frozen.season_id = season.id and frozen.early_reason = '') as frozen,
					(select count(*)::int from award_criteria_trial trial
						join award_criteria_version version on version.id = trial.version_id
						join award_category category on category.id = version.category_id
						where category.season_id = season.id) as trials,
					exists (select from award_check_round round join award_check_item item on item.round_id = round.id
						join award_check_result result on result.item_id = item.id
						where round.season_id = season.id) as visited
				from award_season season order by season.year`,
		);
		expect(seasons).toMatchObject([
			{
				...{ year: 2026, states: ['decided'], phase: 'closed' },
				...{ frozen: true, trials: 3, visited: true },
			},
			{
				...{ year: 2027, states: ['submitted'], phase: null },
				...{ frozen: false, trials: 3, visited: true },
			},
		]);
		const [finished] = seasons;
		const [met] = await queryRows(
			database,
			sql`select (select array_agg(distinct outcome order by outcome) from award_vote) as outcomes,
				exists (select from award_vote, jsonb_array_elements(roster) entry
					where jsonb_array_length(entry -> 'grounds') > 0) as recused,
				exists (select from award_ballot where vote_id is null) as written,
				exists (select from award_nomination where late) as late,
				exists (select from award_nomination_event where state = 'returned') as returned,
				(select array_agg(distinct awarded order by awarded) from award_nomination
					where state = 'decided') as awarded`,
		);
		expect(met).toEqual({
			outcomes: ['noQuorum', 'passed', 'rejected'],
			...{ recused: true, written: true, late: true, returned: true, awarded: [false, true] },
		});
		const steps = await verifyFreeze(database, finished?.id ?? 0);
		expect(steps.map(({ matches }) => matches)).toEqual([true, true, true, true]);
	});

	it('hands over how the reports of every village stand', async () => {
		await handOver(handle().database, folder, now);
		const { units } = v.parse(HandOver, JSON.parse(await readFile(handOverFile(folder), 'utf8')));
		expect(units.length).toBeGreaterThan(850);
		const reported = units.filter(({ reports }) => reports['2026-10'] !== undefined);
		expect(reported.length).toBeGreaterThan(750);
		expect(reported.some(({ reports }) => reports['2026-10']?.state === 'submitted')).toBe(true);
	});

	it('lets everybody sign in with the password that it prints', async () => {
		const { password } = v.parse(
			HandOver,
			JSON.parse(await readFile(handOverFile(folder), 'utf8')),
		);
		for (const { name } of demoAccounts.slice(0, 4)) {
			const from = { address: '127.0.0.1', userAgent: 'test', replaces: null };
			const given = { name, password, ...from, requireSecondFactor: false };
			expect(await signIn(handle().database, given)).toMatchObject({ ok: true });
		}
	});
});

it('never mixes with units of somebody else', async () => {
	const handle = await openTestDatabase('embedded');
	try {
		await makeProvince(handle.database, { communes: 1, villages: 1 });
		await expect(fillDemo(handle.database, demo, silent)).rejects.toThrow('not of the demo');
	} finally {
		await handle.close();
	}
});
