import { expect } from 'vitest';
import { enterFinding } from '../../src/lib/awards/back-checks/enter-finding.server';
import { fixFrame } from '../../src/lib/awards/back-checks/fix-frame.server';
import { readItems } from '../../src/lib/awards/back-checks/read-items.server';
import { typeDice } from '../../src/lib/awards/back-checks/type-dice.server';
import { castBallot, writeBallot } from '../../src/lib/awards/council/ballot.server';
import { addComment, giveReview } from '../../src/lib/awards/council/review.server';
import { movePhase, showItem } from '../../src/lib/awards/council/run.server';
import { closeVote, openVote } from '../../src/lib/awards/council/vote.server';
import { listCriteria } from '../../src/lib/awards/criteria/read.server';
import { changeSetting } from '../../src/lib/awards/season/change-setting.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import type { Database } from '../../src/lib/server/db/client';
import { awardCouncil, householdRegister } from '../../src/lib/server/db/schema';
import {
	bringTo,
	councilIdOf,
	inTime,
	listNominee,
	makeSeason,
	scoresOf,
	seatAll,
	type TestSeason,
} from './award-season';
import { makeAccount, reportOf } from './province';

/** What a recused member may not know of: two of it, as different as can be. */
interface Hidden {
	points: [number, number];
	reviewers: readonly string[];
	comments: readonly string[];
	written: 'for' | 'against' | null;
	ballots: Readonly<Record<string, 'for' | 'against' | 'abstain'>>;
}
export const praised: Hidden = {
	...{ points: [60, 40], reviewers: ['chair', 'deputy'], comments: ['Xứng đáng nhất'] },
	...{ written: 'for', ballots: { chair: 'for' } },
};
export const rejected: Hidden = {
	...{
		points: [3, 1],
		reviewers: ['chair'],
		comments: ['Không đạt', 'Cần xem lại', 'Số liệu đẹp quá'],
	},
	...{ written: null, ballots: { chair: 'against', deputy: 'against' } },
};

export type Stage = 'scoring' | 'discussion' | 'vote' | 'closed';

/** Reports with something odd about them, and visits by lot: what the season's other rooms show. */
async function fillRooms(database: Database, { province, seasonId, chair, sitting }: TestSeason) {
	await ensurePeriods(database, ['2026-05', '2026-06']);
	const villages = province.communes.flatMap((commune) => commune.villages);
	for (const [index, { id, code }] of villages.entries()) {
		await database
			.insert(householdRegister)
			.values({ unitId: id, year: 2026, households: 100, source: 'Sổ hộ khẩu thử' });
		for (const [period, able] of [
			['2026-05', 30],
			['2026-06', 60 + index],
		] as const)
			await enterReport(database, province, { code, period, able });
	}
	const frame = { subject: 'households', level: 'commune', communes: [], perUnit: 3, diceSides: 6 };
	const number = await fixFrame(database, chair, seasonId, frame, inTime);
	for (const name of ['chair', 'deputy'])
		await typeDice(
			...([database, sitting(name), { seasonId, number }] as const),
			...(['4162531462513624153624153', inTime] as const),
		);
	const [item] = await readItems(database, chair, { seasonId, number });
	const found = { finding: 'asReported', channel: 'phone', visitedOn: '2026-08-03', note: '' };
	const visited = { seasonId, number, itemId: item?.id ?? 0 };
	await enterFinding(database, chair, visited, found, inTime);
	return number;
}

async function enterReport(
	database: Database,
	{ reporter, approver }: TestSeason['province'],
	{ code, period, able }: { code: string; period: string; able: number },
): Promise<void> {
	const at = new Date(`${period}-20T03:00:00Z`);
	const report = reportOf(code, period, able, 100);
	const [sent] = await submitReports(database, reporter, [report], { channel: 'api', now: at });
	if (sent?.status !== 'accepted') throw new Error(JSON.stringify(sent));
	const decision = { unit: code, period, decision: 'approve' as const, comment: '' };
	await decideReports(database, approver, [{ ...decision, revision: sent.revision }], at);
}

/** Everything that happens is the same but what is hidden, and how the vote on it ends. */
export async function play(database: Database, hidden: Hidden, until: Stage) {
	await syncCatalogue(database);
	const season = await makeSeason(database);
	const round = await fillRooms(database, season);
	await database.update(awardCouncil).set({ blindKey: 'alike in both worlds' });
	const { seasonId, chair, one, other, communes, individuals, people, member } = season;
	const [person] = people;
	if (!person) throw new Error('somebody');
	const own = await listNominee(database, season, { categoryId: communes.id, unitId: one.id });
	const ofOwn = await listNominee(database, season, { categoryId: individuals.id, ...person });
	const foreign = await listNominee(
		database,
		season,
		{ categoryId: communes.id, unitId: other.id },
		{ by: await neighbour(database, season) },
	);
	// Two of the three who may vote on the member's own commune are enough, there or in writing.
	const setting = {
		key: 'quorum',
		value: 60,
		basis: 'Quy chế (minh họa)',
		reason: 'Hội đồng ít người',
	};
	await changeSetting(database, season.keeper, seasonId, setting, inTime);
	const [result, method] = hidden.points;
	await bringTo(database, season, 'scoring');
	const [criteria] = await listCriteria(database, seasonId);
	if (!criteria) throw new Error('Criteria are in force.');
	const rooms = { round, version: criteria.id };
	const played = { season, seasonId, own, ofOwn, foreign, member, rooms };
	for (const nominationId of [own, ofOwn])
		for (const name of hidden.reviewers) {
			const [by, review] = [season.sitting(name), scoresOf(result, method)];
			const councilId = await councilIdOf(database, by, { seasonId, nominationId });
			await giveReview(database, by, { seasonId, nominationId: councilId }, review, inTime);
		}
	await giveReview(database, member, { seasonId, nominationId: foreign }, scoresOf(30, 20), inTime);
	if (until === 'scoring') return played;
	await bringTo(database, season, 'discussion');
	for (const text of hidden.comments)
		await addComment(database, chair, { seasonId, nominationId: own }, { text }, inTime);
	if (until === 'discussion') return played;
	await bringTo(database, season, 'vote');
	await seatAll(database, season, ['chair', 'member']);
	const which = { seasonId, nominationId: own };
	if (hidden.written) {
		const choice = { choice: hidden.written };
		await writeBallot(database, season.sitting('secretary'), which, choice, inTime);
	}
	await showItem(database, chair, seasonId, own, inTime);
	// The chair alone is no quorum, the chair and a vote in writing are.
	const first = await openVote(database, chair, which, inTime);
	expect(first).toBe(hidden.written ? 'open' : 'noQuorum');
	await seatAll(database, season, ['deputy']);
	if (first === 'noQuorum') await openVote(database, chair, which, inTime);
	if (until === 'vote') {
		await castBallot(database, chair, which, { choice: hidden.ballots['chair'] }, inTime);
		return played;
	}
	for (const [name, choice] of Object.entries(hidden.ballots))
		await castBallot(database, season.sitting(name), which, { choice }, inTime);
	await closeVote(database, chair, which, inTime);
	await movePhase(database, chair, seasonId, { phase: 'closed' }, inTime);
	return played;
}

const neighbour = (database: Database, { other }: TestSeason) =>
	makeAccount(database, 'neighbour', 'reporter', other.id);

export type Played = Awaited<ReturnType<typeof play>>;
