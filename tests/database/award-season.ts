import { draftCriteria } from '../../src/lib/awards/criteria/draft.server';
import { forceCriteria, signCriteria } from '../../src/lib/awards/criteria/sign.server';
import { freezeSeason } from '../../src/lib/awards/freeze/freeze.server';
import { isFrozen } from '../../src/lib/awards/freeze/read.server';
import { nameCouncil } from '../../src/lib/awards/council/name-council.server';
import { nameMember } from '../../src/lib/awards/council/name-member.server';
import { markPresence, movePhase } from '../../src/lib/awards/council/run.server';
import { readNominees, readSeasonBase } from '../../src/lib/awards/council/read-facts.server';
import { readRoom } from '../../src/lib/awards/council/read-room.server';
import { addEvidence } from '../../src/lib/awards/nominations/evidence.server';
import { putForward } from '../../src/lib/awards/nominations/put-forward.server';
import { stepNomination } from '../../src/lib/awards/nominations/step.server';
import { openSeason } from '../../src/lib/awards/season/open.server';
import { readCategories } from '../../src/lib/awards/season/read.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import type { CouncilPhase, CouncilSeat } from '../../src/lib/contracts/awards/council';
import type { Database } from '../../src/lib/server/db/client';
import { roleGrant, team, teamMember } from '../../src/lib/server/db/schema';
import { eq } from 'drizzle-orm';
import { makeAccount, makeProvince } from './province';

/** In time for the season's nominations, which are counted back from 10/10/2026. */
export const inTime = new Date('2026-08-03T02:00:00Z');
export const tooLate = new Date('2026-09-30T02:00:00Z');

export const required = ['submissionLetter', 'achievementReport', 'minutes'] as const;
const letter = () =>
	new File([Buffer.from('%PDF-1.4\n%%EOF\n')], 'to-trinh.pdf', { type: 'application/pdf' });

const seats: readonly [string, CouncilSeat][] = [
	['chair', 'chair'],
	['deputy', 'deputy'],
	['secretary', 'secretary'],
	['member', 'member'],
];

/** A season with a collective and an individual category, its committee, and a council of four. */
export async function makeSeason(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const [one, other] = province.communes;
	if (!one || !other) throw new Error('two communes');
	const keeper = await makeAccount(database, 'keeper', 'administrator', province.provinceId);
	const committee = await makeAccount(database, 'committee', 'committee', province.provinceId);
	const nominator = await makeAccount(database, 'nominator', 'reporter', one.id);
	const seasonId = await openSeason(
		database,
		keeper,
		{
			...{ unitId: province.provinceId, year: 2026, name: 'Xét tặng năm 2026' },
			...{
				basis: 'Hướng dẫn số 01 (minh họa)',
				countsFrom: '2025-07-01',
				countsUntil: '2026-06-30',
			},
			categories: [
				{ kind: 'commune', name: 'Xã tiêu biểu', quota: 1 },
				{ kind: 'individual', name: 'Cá nhân tiêu biểu', quota: 2 },
			],
		},
		inTime,
	);
	const [communes, individuals] = await readCategories(database, seasonId);
	if (!communes || !individuals) throw new Error('two categories');
	await nameCouncil(
		database,
		keeper,
		seasonId,
		{
			...{ decisionNumber: '12/QĐ-UBND', decidedOn: '2026-07-01', countdownSeconds: 60 },
			blindKinds: ['individual'],
			rubric: [
				{ code: 'result', name: 'Kết quả', most: 60 },
				{ code: 'method', name: 'Cách làm', most: 40 },
			],
		},
		inTime,
	);
	const council: Record<string, Actor> = {};
	for (const [name, seat] of seats) {
		council[name] = await makeAccount(database, name, 'committee', province.provinceId);
		const input = { account: name, seat, position: `Chức vụ ${name}` };
		await nameMember(database, keeper, seasonId, input, inTime);
	}
	const sitting = (name: string): Actor => {
		const actor = council[name];
		if (!actor) throw new Error(name);
		return actor;
	};
	// The member's own commune is the first one: a conflict that the product knows by itself.
	const member = sitting('member');
	await database
		.insert(roleGrant)
		.values({ accountId: member.accountId, role: 'viewer', unitId: one.id });
	const { members } = await readRoom(database, sitting('chair'), seasonId);
	const memberIdOf = (name: string) => members.find((entry) => entry.name === name)?.memberId ?? 0;
	const people = await addPeople(database, one.villages[0]?.id ?? 0);
	return {
		...{ province, one, other, keeper, committee, nominator, seasonId, communes, individuals },
		...{ sitting, memberIdOf, people, chair: sitting('chair'), member },
	};
}
export type TestSeason = Awaited<ReturnType<typeof makeSeason>>;

async function addPeople(database: Database, unitId: number) {
	const [held] = await database.select().from(team).where(eq(team.unitId, unitId));
	if (!held) throw new Error('a village has a team');
	const rows = ['Nguyễn Thị Mẫu', 'Trần Văn Thử'].map((fullName) => ({
		...{ teamId: held.id, fullName, role: 'member' as const, fromOn: '2023-01-01' },
	}));
	const people = await database.insert(teamMember).values(rows).returning();
	return people.map(({ id, teamId }) => ({ memberId: id, teamId, unitId }));
}

/** Puts a candidate forward with every part of the dossier. */
export async function fillDossier(
	database: Database,
	{ seasonId, nominator }: TestSeason,
	given: { categoryId: number; unitId: number; teamId?: number; memberId?: number },
	{ by = nominator, parts = required }: { by?: Actor; parts?: readonly string[] } = {},
): Promise<number> {
	const nominationId = await putForward(
		database,
		by,
		seasonId,
		{
			...{ teamId: null, memberId: null, ...given },
			merits: 'Hướng dẫn từng hộ trong thôn cho đến khi làm được.',
		},
		inTime,
	);
	for (const part of parts)
		await addEvidence(
			database,
			by,
			{ seasonId, nominationId },
			{ input: { part, title: `Tệp ${part}` }, file: letter(), now: inTime },
		);
	return nominationId;
}

/** A step of one nominee's, in time unless another moment is given. */
export const stepNominee = (
	database: Database,
	actor: Actor,
	{ seasonId }: TestSeason,
	nominationId: number,
	input: object,
	now = inTime,
) => stepNomination(database, actor, { seasonId, nominationId }, input, now);

/** Puts a candidate forward and brings it before the council. */
export async function listNominee(
	database: Database,
	season: TestSeason,
	given: { categoryId: number; unitId: number; teamId?: number; memberId?: number },
	options: { by?: Actor } = {},
): Promise<number> {
	const nominationId = await fillDossier(database, season, given, options);
	const which = { seasonId: season.seasonId, nominationId };
	await stepNomination(database, options.by ?? season.nominator, which, { step: 'submit' }, inTime);
	for (const step of ['complete', 'list'])
		await stepNomination(database, season.committee, which, { step }, inTime);
	return nominationId;
}

/** Criteria in force from before the season's figures count, and its figures frozen, if they aren't yet. */
export async function freezeFigures(
	database: Database,
	{ seasonId, communes, committee, keeper }: TestSeason,
): Promise<void> {
	if (await isFrozen(database, seasonId)) return;
	const categoryId = communes.id;
	const before = new Date('2025-06-10T02:00:00Z');
	const versionId = await draftCriteria(database, committee, { seasonId, categoryId }, before);
	await signCriteria(database, committee, { seasonId, versionId }, before);
	await forceCriteria(database, keeper, { seasonId, versionId }, before);
	const reason = 'Hội đồng họp sớm một tuần';
	await freezeSeason(database, committee, seasonId, inTime, { reason });
}

/** Takes the council on until a phase; figures are frozen before it scores. */
export async function bringTo(
	database: Database,
	season: TestSeason,
	phase: CouncilPhase,
): Promise<void> {
	const { seasonId, chair } = season;
	await freezeFigures(database, season);
	const order: CouncilPhase[] = ['scoring', 'discussion', 'vote', 'closed'];
	const { council } = await readRoom(database, chair, seasonId);
	const from = order.findIndex((one) => one === council?.phase) + 1;
	for (const next of order.slice(from, order.indexOf(phase) + 1))
		await movePhase(database, chair, seasonId, { phase: next }, inTime);
}

/** Under which number a nominee stands before an account's council: another while its name is hidden. */
export async function councilIdOf(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId }: { seasonId: number; nominationId: number },
): Promise<number> {
	const base = await readSeasonBase(database, actor, seasonId);
	const [nominee] = await readNominees(database, actor, base, nominationId);
	if (!nominee) throw new Error(`There is no nominee ${nominationId}.`);
	return nominee.councilId;
}

export async function seatAll(
	database: Database,
	{ seasonId, chair, memberIdOf }: TestSeason,
	names: readonly string[],
): Promise<void> {
	for (const name of names)
		await markPresence(
			database,
			chair,
			seasonId,
			{ memberId: memberIdOf(name), present: true },
			inTime,
		);
}

export const scoresOf = (result: number, method: number) => ({
	scores: [
		{ code: 'result', points: result, reason: 'Số liệu đã duyệt' },
		{ code: 'method', points: method, reason: 'Cách làm rõ ràng' },
	],
});

/** Who is nominated: the first commune for its category, the first of the people for theirs. */
export const communeOf = ({ communes, one }: TestSeason) => ({
	categoryId: communes.id,
	unitId: one.id,
});
export const personOf = ({ individuals, people }: TestSeason) => {
	const [person] = people;
	if (!person) throw new Error('somebody');
	return { categoryId: individuals.id, ...person };
};
