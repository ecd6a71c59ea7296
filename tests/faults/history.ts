import { expect } from 'vitest';
import type { Unit } from '../../src/lib/contracts/admin-units';
import { bases, type UnitFigures } from '../../src/lib/contracts/coverage';
import type { Period } from '../../src/lib/contracts/reports';
import { toPublicFigures } from '../../src/lib/coverage/figures.server';
import { takeSnapshot } from '../../src/lib/coverage/snapshot.server';
import type { LiveData } from '../../src/lib/live/apply-batch';
import type { Stream } from '../../src/lib/live/connection';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import {
	appendChanges,
	changePosition,
	lockChanges,
	pruneChanges,
} from '../../src/lib/server/change-log';
import type { Database } from '../../src/lib/server/db/client';
import { report } from '../../src/lib/server/db/schema';
import { eq } from 'drizzle-orm';
import type { TestProvince } from '../database/province';
import type { LiveNode } from './live-node';
import { NetworkLine } from './network-line';
import { foundOut, seen } from '../disclosure/see-rows';
import { readTruth, recount, type Counted, type Truth } from './recount';
import { seededRandom, type Random } from './random';
import { TestScreen } from './test-screen';

export interface World {
	database: Database;
	province: TestProvince;
	scope: Unit;
	nodes: LiveNode[];
	/** Session cookie of somebody who may see everything in the province. */
	cookie: string;
}

/** How much happened, to show that the histories were not empty. */
export const tally = {
	accepted: 0,
	decided: 0,
	refused: 0,
	cuts: 0,
	shown: 0,
	snapshots: 0,
	hidden: 0,
};

const now = new Date('2026-10-20T03:00:00Z');
const nothing: Truth = { number: 0, figures: [], published: [] };
const persons = 3;
/** An attack takes longer than a history. */
const attackedOneIn = 10;

/**
 * One month of a province: three people report, correct, approve and return at the same time, while
 * a public and an internal screen watch over lines that break, and move from node to node. Every
 * picture a screen ever showed is compared with the recount of its number, the last one with SQL.
 */
export async function playHistory(world: World, period: Period, seed: number): Promise<void> {
	const random = seededRandom(seed);
	const watchers = await Promise.all(
		(['public', 'internal'] as const).map((stream) => watch(world, period, stream, random)),
	);
	const people = Array.from({ length: persons }, async () => {
		for (let steps = 2 + random.below(2); steps > 0; steps--) {
			await act(world, period, random);
			for (const { line } of watchers) if (random.chance(0.15)) cut(line);
		}
	});
	await Promise.all(people);
	const { lastNumber } = await changePosition(world.database);
	await Promise.all(watchers.map(({ screen }) => screen.reach(lastNumber)));
	for (const { screen, line } of watchers) {
		screen.stop();
		line.close();
	}

	const truth = await readTruth(world.database, period.id);
	const last = await recount(world.database, period.id);
	for (const { screen, stream } of watchers) {
		tally.shown += screen.shown.length;
		tally.snapshots += screen.snapshots - 1;
		let before: { data: LiveData; counted: Truth } | undefined;
		for (const data of screen.shown) {
			const counted = truth.findLast(({ number }) => number <= data.number) ?? nothing;
			const isSame =
				before?.counted === counted &&
				before.data.figures.approved === data.figures.approved &&
				before.data.figures.provisional === data.figures.provisional &&
				before.data.statuses === data.statuses;
			before = { data, counted };
			if (!isSame)
				compare(world, data, stream, counted, `seed ${seed}, ${stream}, number ${data.number}`);
		}
		const atEnd = { ...(truth.at(-1) ?? nothing), figures: last };
		compare(world, screen.data, stream, atEnd, `seed ${seed}, ${stream}, at the end`);
	}
	if (seed % attackedOneIn !== 0) return;
	const pictures = seen(world.province, truth);
	tally.hidden +=
		pictures.at(-1)?.flatMap(({ able }) => able.filter((one) => one === null)).length ?? 0;
	expect(foundOut(pictures), `seed ${seed}, hidden counts found out`).toEqual([]);
}

function cut(line: NetworkLine): void {
	tally.cuts += 1;
	line.cut();
}

async function watch(world: World, period: Period, stream: Stream, random: Random) {
	const line = await NetworkLine.open(() => random.pick(world.nodes).url);
	const screen = new TestScreen({
		stream,
		url: line.url,
		cookie: world.cookie,
		takeSnapshot: () =>
			takeSnapshot(world.database, {
				scope: world.scope,
				period,
				previous: null,
				internalUnitIds: stream === 'internal' ? [world.scope.id] : [],
				now,
			}),
	});
	await screen.start();
	return { line, screen, stream };
}

async function act(world: World, period: Period, random: Random): Promise<void> {
	const dice = random.below(1_000);
	if (dice < 3) return announceStructure(world.database);
	if (dice < 6) return pruneChanges(world.database, new Date(Date.now() + 60_000));
	if (dice < 480) return submit(world, period, random);
	return decide(world, period, random);
}

async function submit(world: World, period: Period, random: Random): Promise<void> {
	const units = new Set(Array.from({ length: 1 + random.below(3) }, () => anyUnit(world, random)));
	const inputs = [...units].map((unit) => anyReport(unit, period.code, random));
	const results = await submitReports(world.database, world.province.reporter, inputs, {
		channel: 'api',
		now,
	});
	for (const result of results) {
		if (result.status === 'rejected') throw new Error(JSON.stringify(result.problems));
		tally.accepted += 1;
	}
}

async function decide(world: World, period: Period, random: Random): Promise<void> {
	const waiting = await world.database
		.select({ unitId: report.unitId, revision: report.latestRevision })
		.from(report)
		.where(eq(report.periodId, period.id));
	if (waiting.length === 0) return submit(world, period, random);
	const { unitId, revision } = random.pick(waiting);
	const decision = random.chance(0.7) ? 'approve' : 'return';
	const request = { unit: codeOf(world, unitId), period: period.code, revision, decision } as const;
	const [result] = await decideReports(
		world.database,
		world.province.approver,
		[{ ...request, comment: 'x' }],
		now,
	);
	// Somebody else was faster: that is part of the game.
	if (result?.status === 'done') tally.decided += 1;
	else tally.refused += 1;
}

function announceStructure(database: Database): Promise<void> {
	return database.transaction(async (transaction) => {
		await lockChanges(transaction);
		await appendChanges(transaction, [{ type: 'structure' }]);
	});
}

const unitsOf = ({ province }: World) =>
	province.communes.flatMap((commune) => [commune, ...commune.villages]);

function codeOf(world: World, unitId: number): string {
	const unit = unitsOf(world).find(({ id }) => id === unitId);
	if (!unit) throw new Error(`Unit ${unitId} is not of this province.`);
	return unit.code;
}

/** Mostly villages of one commune, so that siblings meet; now and then a commune by itself. */
function anyUnit({ province }: World, random: Random): string {
	const commune = random.chance(0.7) ? province.communes[0] : random.pick(province.communes);
	if (!commune) throw new Error('The province has no communes.');
	return random.chance(0.12) ? commune.code : random.pick(commune.villages).code;
}

/** Small counts and unknown ones are frequent: they are what is hard. */
function anyReport(unit: string, period: string, random: Random) {
	const households = random.chance(0.05) ? null : 8 + random.below(60);
	const upTo = (limit: number) => (random.chance(0.1) ? null : random.below(limit + 1));
	const allFive = upTo(households ?? 40);
	const skill = () =>
		random.chance(0.1)
			? null
			: (allFive ?? 0) + random.below((households ?? 40) - (allFive ?? 0) + 1);
	const householdSkills = {
		households,
		skill1: skill(),
		skill2: skill(),
		skill3: skill(),
		skill4: skill(),
		skill5: skill(),
		allFive,
		assisted: upTo((households ?? 40) - (allFive ?? 0)),
		vneid: upTo(households ?? 40),
		serviceAccount: upTo(households ?? 40),
	};
	return { unit, period, householdSkills, reason: 'counted again' };
}

function compare(
	world: World,
	data: LiveData,
	stream: Stream,
	{ figures, published }: Truth,
	when: string,
): void {
	const ids = [world.scope.id, ...world.province.communes.map(({ id }) => id)];
	const expected = figures.filter(({ unitId }) => ids.includes(unitId));
	for (const basis of bases) {
		const ofBasis = expected.filter((one) => one.basis === basis);
		const visible = stream === 'internal' || basis === 'approved' ? ofBasis : [];
		expect(figuresOf([...data.figures[basis].values()]), `${when}, ${basis}`).toEqual(
			figuresOf(
				stream === 'internal' ? visible : visible.map((one) => asPublished(one, published)),
			),
		);
	}
	const reports = [...data.statuses.values()].filter((status) => status.reports > 0);
	expect(
		sorted(reports.map(({ unitId, reports, ownReport }) => ({ unitId, reports, ownReport }))),
		when,
	).toEqual(
		sorted(
			expected
				.filter(({ basis }) => basis === 'provisional')
				.map(({ unitId, reports, ownReport }) => ({ unitId, reports, ownReport })),
		),
	);
}

function asPublished({ unitId }: Counted, published: Truth['published']) {
	const row = published.find((one) => one.unitId === unitId);
	if (!row) throw new Error(`Nothing is published of unit ${unitId}.`);
	const rest = { basis: 'approved', periodId: 0, reports: 0, reportsOnTime: 0 } as const;
	const receivedAt = new Date(0);
	return toPublicFigures({ ...row, ...rest, ownReport: false, receivedAt, approvedAt: null });
}

const figuresOf = (figures: readonly Pick<UnitFigures, 'unitId' | 'able' | 'base'>[]) =>
	sorted(figures.map(({ unitId, able, base }) => ({ unitId, able, base })));

const sorted = <Item extends { unitId: number }>(items: Item[]) =>
	items.sort((one, other) => one.unitId - other.unitId);
