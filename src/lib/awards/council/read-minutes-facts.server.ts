import { and, asc, isNotNull, isNull, sql } from 'drizzle-orm';
import { unitsByIds } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { MinutesFacts, PaperNominee, PaperVote } from '../../contracts/awards/papers';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { awardBallot, awardNomination, awardVote } from '../../server/db/schema';
import { among } from '../../server/db/among';
import { ForbiddenError } from '../../server/errors';
import { checkDossier, missingParts } from '../nominations/checklist';
import { readEvidence } from '../nominations/read-evidence.server';
import { readDossierRule } from '../nominations/rule.server';
import { readSeasonSettings } from '../season/read-settings.server';
import { readNominees, readSeasonBase, type Nominee, type SeasonBase } from './read-facts.server';
import { readMembers } from './read-room.server';

/**
 * What minutes, list, submission letter and decision are drawn up from, of what the account may know:
 * the nominees from whom it steps back, and all that was done about them, are left out. The council's votes
 * are its own: a committee's account that doesn't sit learns whom it proposes, and only once it has ended.
 * @throws NotFoundError; ForbiddenError for who is neither of the committee nor of the council.
 */
export async function readMinutesFacts(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<MinutesFacts> {
	const base = await readSeasonBase(database, actor, seasonId);
	if (!base.rights.seesSession) throw new ForbiddenError('The account is not of that session.');
	const all = await readNominees(database, actor, base);
	const known = all.filter(
		({ rights, state }) =>
			rights.seesDossier && !rights.recused && (state === 'listed' || state === 'decided'),
	);
	const { quorum, majority } = await readSeasonSettings(database, seasonId);
	const members = await readMembers(database, seasonId);
	const span = await readSpan(database, seasonId);
	const votes = await readPaperVotes(
		database,
		known.filter(({ rights }) => rights.seesVote || rights.seesOutcome),
	);
	const idsOf = (right: 'seesVote' | 'seesOutcome') =>
		new Set(known.filter(({ rights }) => rights[right]).map(({ id }) => id));
	const [voting, decided] = [idsOf('seesVote'), idsOf('seesOutcome')];
	return {
		...{ seasonId, quorum, majority },
		decisionNumber: base.council?.decisionNumber ?? '',
		decidedOn: base.council?.decidedOn ?? '',
		...span,
		members: members.map(({ memberId, name, position, seat }) => ({
			...{ memberId, displayName: name, position, seat },
		})),
		drawsUpMinutes: base.rights.memberId !== null,
		votes: votes.filter(({ nominationId }) => voting.has(nominationId)),
		proposed: votes
			.filter(({ nominationId, outcome }) => outcome === 'passed' && decided.has(nominationId))
			.map(({ nominationId }) => nominationId),
		nominees: await paperNominees(database, base, known),
	};
}

/** When the session began and ended; of what was done about nominees nothing is read, which could be about any. */
async function readSpan(database: Database, seasonId: number) {
	const [span] = await queryRows<{ startedAt: string | null; endedAt: string | null }>(
		database,
		sql`select ${isoInstant(sql`min(at) filter (where kind = 'present')`)} as "startedAt",
				${isoInstant(sql`min(at) filter (where kind = 'phase' and text = 'closed')`)} as "endedAt"
			from award_council_event where season_id = ${seasonId}`,
	);
	return span ?? { startedAt: null, endedAt: null };
}

async function readPaperVotes(
	database: Database,
	nominees: readonly Nominee[],
): Promise<PaperVote[]> {
	const ids = nominees.map(({ id }) => id);
	const votes = await database
		.select()
		.from(awardVote)
		.where(and(among(awardVote.nominationId, ids), isNotNull(awardVote.closedAt)))
		.orderBy(asc(awardVote.id));
	const written = await database
		.select()
		.from(awardBallot)
		.where(and(among(awardBallot.nominationId, ids), isNull(awardBallot.voteId)));
	return votes.flatMap(({ nominationId, attempt, roster, openedAt, closedAt, outcome, counts }) =>
		closedAt && outcome && counts
			? [
					{
						...{ nominationId, attempt, outcome, counts },
						...{ openedAt: openedAt.toISOString(), closedAt: closedAt.toISOString() },
						present: roster.filter((one) => one.present).map(({ memberId }) => memberId),
						recused: roster
							.filter(({ grounds }) => grounds.length > 0)
							.map(({ memberId, grounds }) => ({ memberId, grounds })),
						inWriting: written
							.filter((ballot) => ballot.nominationId === nominationId)
							.filter(({ memberId }) =>
								roster.some((one) => one.memberId === memberId && one.inWriting),
							)
							.map(({ memberId, choice }) => ({ memberId, choice })),
					},
				]
			: [],
	);
}

/** Nominees as papers name them, with the evidence of their dossiers. */
export async function paperNominees(
	database: Database,
	{ season }: Pick<SeasonBase, 'season'>,
	nominees: readonly Nominee[],
): Promise<PaperNominee[]> {
	const ids = nominees.map(({ id }) => id);
	const stored = await database
		.select()
		.from(awardNomination)
		.where(among(awardNomination.id, ids));
	const evidence = await readEvidence(database, ids);
	const { parts } = await readDossierRule(database, season.id);
	const unitIds = stored.flatMap(({ unitId, nominatedByUnitId }) => [unitId, nominatedByUnitId]);
	const units = await unitsByIds(database, unitIds);
	const above = await unitsByIds(
		database,
		units.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])),
	);
	const positions = await readPositions(database, ids);
	return nominees.map((nominee): PaperNominee => {
		const row = stored.find(({ id }) => id === nominee.id);
		const unit = units.find(({ id }) => id === row?.unitId);
		const nominatedBy = units.find(({ id }) => id === row?.nominatedByUnitId);
		if (!row || !unit || !nominatedBy) throw new Error('A unit is never removed.');
		const ownEvidence = evidence.get(nominee.id) ?? [];
		const within = above.find(({ id, level }) => id === unit.parentId && level !== 'country');
		return {
			...{
				nominationId: row.id,
				categoryId: nominee.categoryId,
				categoryName: nominee.categoryName,
			},
			...{ kind: nominee.kind, name: row.candidateName, position: positions.get(row.id) ?? '' },
			unit: { kind: unit.kind, name: unit.name, code: unit.code },
			within: within ? { kind: within.kind, name: within.name } : null,
			nominatedBy: { kind: nominatedBy.kind, name: nominatedBy.name },
			...{ origin: row.origin, state: row.state, late: row.late },
			submittedAt: row.submittedAt?.toISOString() ?? null,
			evidence: ownEvidence,
			missing: missingParts(checkDossier(parts, nominee.kind, ownEvidence)),
		};
	});
}

/** Of persons: post and team. */
async function readPositions(
	database: Database,
	ids: readonly number[],
): Promise<Map<number, string>> {
	const rows = await queryRows<{ id: number; position: string }>(
		database,
		sql`select nomination.id, concat_ws(', ', nullif(roster.position, ''), team.name) as position
			from award_nomination nomination join team_member roster on roster.id = nomination.member_id
			join team on team.id = roster.team_id where ${among(sql`nomination.id`, ids)}`,
	);
	return new Map(rows.map(({ id, position }) => [id, position]));
}
