import { sql } from 'drizzle-orm';
import { attestDossier } from '../../awards/attestation/attest.server';
import { openAttestation } from '../../awards/attestation/read-attestation.server';
import { castBallot, writeBallot } from '../../awards/council/ballot.server';
import { nameCouncil } from '../../awards/council/name-council.server';
import { nameMember } from '../../awards/council/name-member.server';
import { readRoom } from '../../awards/council/read-room.server';
import { markPresence, movePhase } from '../../awards/council/run.server';
import { closeVote, openVote } from '../../awards/council/vote.server';
import { listCandidates } from '../../awards/nominations/candidate.server';
import { recordDecision } from '../../awards/nominations/decide.server';
import { addEvidence } from '../../awards/nominations/evidence.server';
import { putForward } from '../../awards/nominations/put-forward.server';
import { stepNomination } from '../../awards/nominations/step.server';
import { readCategories } from '../../awards/season/read.server';
import type { Actor } from '../../contracts/accounts';
import type { CouncilPhase, CouncilSeat } from '../../contracts/awards/council';
import { queryRows, type Database } from '../../server/db/client';
import { isCurrent } from '../../server/db/unit-tree';
import { circuitAccount } from '../accounts';
import { circuits } from '../history/history';
import type { SeasonDays } from './days-of-season';
import { discussNominees, scoreNominees } from './review-nominees.server';

/** Who plays the demo's seasons. */
export interface AwardCast {
	provinceId: number;
	administrator: Actor;
	committee: Actor;
	/** Signs for units. */
	head: Actor;
	council: { actor: Actor; seat: CouncilSeat; position: string }[];
	actors: ReadonlyMap<string, Actor>;
}

interface PlayedSeason {
	id: number;
	year: number;
}

const required = ['submissionLetter', 'achievementReport', 'minutes'] as const;
const files = {
	submissionLetter: 'to-trinh.pdf',
	achievementReport: 'bao-cao-thanh-tich.pdf',
	minutes: 'bien-ban.pdf',
};
const titles = {
	submissionLetter: 'Tờ trình của đơn vị',
	achievementReport: 'Báo cáo thành tích',
	minutes: 'Biên bản họp xét',
};
const merits = [
	'Tổ đến từng nhà, hướng dẫn bà con nộp hồ sơ trực tuyến và tự bảo vệ trên mạng.',
	'Mở lớp học buổi tối hằng tuần, người biết chỉ cho người chưa biết.',
	'Giúp các hộ kinh doanh nhỏ nhận thanh toán bằng mã QR và bán hàng trên mạng.',
	'Kèm từng hộ người cao tuổi cho đến khi tự làm được.',
];

/** Nine in the morning of a local day. */
const at = (day: string): Date => new Date(`${day}T02:00:00Z`);

/** Some candidates of each category, with their dossiers; all come before the council. @returns their ids. */
export async function nominate(
	database: Database,
	cast: AwardCast,
	season: PlayedSeason,
	{ day, lateDay, count }: { day: string; lateDay: string | null; count: number },
): Promise<number[]> {
	const nominated: number[] = [];
	for (const { id: categoryId, kind } of await readCategories(database, season.id)) {
		const places = await readPlaces(database, cast.provinceId, {
			level: kind === 'commune' || kind === 'communeTeam' ? 'commune' : 'village',
			...{ day, count },
		});
		for (const [index, { unitId, communeId }] of places.entries()) {
			const [candidate] = await listCandidates(database, {
				...{ kind, unitId, seasonUnitId: cast.provinceId, day },
			});
			if (!candidate) continue;
			const by = nominatorOf(cast, communeId);
			const { teamId, memberId } = candidate;
			const given = { categoryId, unitId, teamId, memberId, merits: merits[index % merits.length] };
			const nominationId = await putForward(database, by, season.id, given, at(day));
			const which = { seasonId: season.id, nominationId };
			for (const part of required) await addPart(database, by, which, part, at(day));
			await attest(database, cast, which, at(day));
			const isLate = lateDay !== null && index === places.length - 1;
			const came = at(isLate ? lateDay : day);
			const step = (actor: Actor, said: object) =>
				stepNomination(database, actor, which, said, came);
			await step(by, { step: 'submit' });
			if (index === 0 && lateDay !== null) {
				await step(cast.committee, {
					step: 'return',
					reason: 'Bổ sung số quyết định thành lập tổ',
				});
				await step(by, { step: 'submit' });
			}
			if (lateDay === null) continue;
			await step(cast.committee, { step: 'complete' });
			await step(cast.committee, { step: 'list' });
			nominated.push(nominationId);
		}
	}
	return nominated;
}

function addPart(
	database: Database,
	by: Actor,
	which: { seasonId: number; nominationId: number },
	part: (typeof required)[number],
	now: Date,
): Promise<void> {
	const content = new File(['%PDF-1.4\n%%EOF\n'], files[part], { type: 'application/pdf' });
	return addEvidence(database, by, which, {
		...{ input: { part, title: titles[part] }, file: content, now },
	});
}

async function attest(
	database: Database,
	{ head }: AwardCast,
	which: { seasonId: number; nominationId: number },
	now: Date,
): Promise<void> {
	const { contentHash } = await openAttestation(database, head, which);
	const said = { name: 'Phan Văn Bình', post: 'Chủ tịch UBND xã', contentHash };
	await attestDossier(database, head, which, said, now);
}

/**
 * The council as far as it has come: seated, then scoring, then its meeting of one morning, in which one vote fails
 * for want of a quorum and one member is away and wrote.
 */
export async function holdCouncil(
	database: Database,
	{ administrator, committee, council }: AwardCast,
	{ id: seasonId }: PlayedSeason,
	{ nominated, days }: { nominated: readonly number[]; days: SeasonDays },
): Promise<void> {
	const { seatedOn, lateOn, votedOn, decidedOn } = days;
	if (seatedOn === null) return;
	await seatCouncil(database, { administrator, council }, seasonId, seatedOn);
	const [chair, deputy, secretary, away, own] = council.map(({ actor }) => actor);
	if (!chair || !deputy || !secretary || !away || !own) throw new Error('Five sit on the council.');
	if (lateOn === null) return;
	const now = at(votedOn ?? lateOn);
	const isWeak = (index: number) => index % 5 === 3;
	const weak = new Set(nominated.filter((_, index) => isWeak(index)));
	const reviewed = { seasonId, rubric, weak, now };
	const moveTo = (phase: CouncilPhase) => movePhase(database, chair, seasonId, { phase }, now);
	await moveTo('scoring');
	// Who presides scores last: until the meeting it waits for them.
	await scoreNominees(database, [deputy, secretary, own], reviewed);
	if (votedOn === null) return;
	await scoreNominees(database, [chair], reviewed);
	await moveTo('discussion');
	await discussNominees(database, chair, reviewed);
	await moveTo('vote');
	const { members } = await readRoom(database, chair, seasonId);
	const enter = ({ displayName }: Actor) => {
		const memberId = members.find(({ name }) => name === displayName)?.memberId ?? 0;
		return markPresence(database, chair, seasonId, { memberId, present: true }, now);
	};
	await enter(chair);
	for (const [index, nominationId] of nominated.entries()) {
		const which = { seasonId, nominationId };
		await writeBallot(database, away, which, { choice: 'for' }, now);
		if (index === 0) {
			await openVote(database, chair, which, now);
			for (const actor of [deputy, secretary, own]) await enter(actor);
		}
		await openVote(database, chair, which, now);
		const choice = isWeak(index) ? 'against' : 'for';
		await castBallot(database, chair, which, { choice }, now);
		for (const actor of [deputy, secretary])
			await castBallot(database, actor, which, { choice }, now);
		await closeVote(database, chair, which, now);
	}
	await moveTo('closed');
	if (decidedOn === null) return;
	const awarded = nominated.filter((_, index) => !isWeak(index));
	const decision = { decisionNumber: '1630/QĐ-UBND', decidedOn, awarded };
	await recordDecision(database, committee, seasonId, decision, at(decidedOn));
}

const rubric = [
	{ code: 'ketqua', name: 'Kết quả đến từng hộ', most: 60 },
	{ code: 'cachlam', name: 'Cách làm, khả năng nhân rộng', most: 40 },
];

async function seatCouncil(
	database: Database,
	{ administrator, council }: Pick<AwardCast, 'administrator' | 'council'>,
	seasonId: number,
	day: string,
): Promise<void> {
	const decision = {
		...{ decisionNumber: '118/QĐ-UBND', decidedOn: day, countdownSeconds: 120 },
		...{ blindKinds: ['villageTeam', 'individual'], rubric },
	};
	await nameCouncil(database, administrator, seasonId, decision, at(day));
	for (const { actor, seat, position } of council)
		await nameMember(
			...([database, administrator, seasonId] as const),
			{ account: actor.name, seat, position },
			at(day),
		);
}

/** Places that were there already, as many as asked, each in a commune of its own. */
const readPlaces = (
	database: Database,
	provinceId: number,
	{ level, day, count }: { level: 'commune' | 'village'; day: string; count: number },
) =>
	queryRows<{ unitId: number; communeId: number }>(
		database,
		sql`select distinct on (commune.valid_from, commune.code) unit.id as "unitId", commune.id as "communeId"
			from admin_unit commune
			join admin_unit unit on unit.id = commune.id and ${level} = 'commune'
				or unit.parent_id = commune.id and ${level} = 'village' and unit.level = 'village'
			where commune.parent_id = ${provinceId} and commune.level = 'commune'
				and ${isCurrent('commune')} and ${isCurrent('unit')}
				and commune.valid_from <= ${day} and unit.valid_from <= ${day}
				and exists (select from team where team.unit_id = unit.id and team.closed_on is null
					and exists (select from team_member roster where roster.team_id = team.id
						and roster.until_on is null))
			order by commune.valid_from, commune.code, unit.code limit ${count}`,
	);

/** The reporter who keeps the commune's reports. */
export function nominatorOf({ actors }: AwardCast, communeId: number): Actor {
	const names = Array.from({ length: circuits }, (_, circuit) => circuitAccount(circuit));
	const actor = names
		.flatMap((name) => actors.get(name) ?? [])
		.find(({ grants }) => grants.some(({ unitId }) => unitId === communeId));
	if (!actor) throw new Error(`Nobody reports for commune ${communeId}.`);
	return actor;
}
