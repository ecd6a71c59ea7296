import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type {
	BallotChoice,
	RubricLine,
	RubricScore,
	VoteCounts,
	VoteOutcome,
} from '../../contracts/awards/council';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import {
	account,
	awardBallot,
	awardComment,
	awardCouncilMember,
	awardReview,
} from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import type { NotedFlag } from '../flags/note';
import { readNoted } from '../flags/read.server';
import { noteView } from '../nominations/note-view.server';
import { readContent, type DossierContent } from '../nominations/read-dossier.server';
import { labelNominees, type NomineeLabel } from './label.server';
import { readNominees, readSeasonBase, type Nominee, type SeasonBase } from './read-facts.server';
import { spreads } from './spread';

export interface SheetReview {
	by: string;
	scores: RubricScore[];
}

export interface SheetVote extends Record<string, unknown> {
	attempt: number;
	/** ISO instants. */
	closesAt: string;
	closedAt: string | null;
	outcome: VoteOutcome | null;
	counts: VoteCounts | null;
}

/** One nominee as a member who is not recused sees it in this phase. */
export interface Sheet {
	nominee: NomineeLabel;
	dossier: DossierContent;
	/** What is noted about the unit's reports; nothing in a blind round. */
	noted: NotedFlag[];
	rubric: RubricLine[];
	ownScores: RubricScore[];
	/** Of everybody, once scores are discussed. */
	discussion: {
		reviews: SheetReview[];
		spread: ReturnType<typeof spreads>;
		comments: { by: string; text: string; at: Date }[];
	} | null;
	votes: SheetVote[];
	ownBallot: { choice: BallotChoice; inWriting: boolean } | null;
	may: Pick<
		Nominee['rights'],
		'scores' | 'comments' | 'opensVote' | 'closesVote' | 'votes' | 'votesInWriting' | 'seesDossier'
	>;
}

/** A nominee's sheet; it doesn't exist for whoever is recused. @throws NotFoundError */
export async function readSheet(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId: councilId }: { seasonId: number; nominationId: number },
): Promise<Sheet> {
	const base = await readSeasonBase(database, actor, seasonId);
	const all = await readNominees(database, actor, base);
	const nominee = all.find((one) => one.councilId === councilId);
	if (!nominee?.rights.seesReview) throw new NotFoundError(`There is no nominee ${councilId}.`);
	const { id: nominationId } = nominee;
	const label = labelNominees(all).find(({ id }) => id === councilId);
	const { memberId } = base.rights;
	if (!label || !base.council || memberId === null)
		throw new Error('A sheet belongs to a council.');
	await noteView(database, actor, nominationId, { where: 'council' });
	const { rights } = nominee;
	const reviews = await readReviews(database, nominationId);
	const own = reviews.find((review) => review.memberId === memberId);
	return {
		nominee: label,
		dossier: blinded(await readContent(database, base, nominee), rights.blind),
		noted: rights.blind
			? []
			: await readNoted(database, actor, { seasonId, unitId: nominee.unitId }, new Date()),
		rubric: base.council.rubric,
		ownScores: own?.scores ?? [],
		discussion: rights.seesScores
			? await readDiscussion(database, base, nominationId, reviews)
			: null,
		votes: rights.seesVote ? await readVotes(database, nominationId) : [],
		ownBallot: await readOwnBallot(database, nominationId, memberId),
		may: rightsShown(rights),
	};
}

const rightsShown = (rights: Nominee['rights']): Sheet['may'] => {
	const { scores, comments, opensVote, closesVote, votes, votesInWriting, seesDossier } = rights;
	return { scores, comments, opensVote, closesVote, votes, votesInWriting, seesDossier };
};

/** Figures tell nobody's name; titles, words and files may, and numbers and times by the order they came in. */
const blinded = (content: DossierContent, blind: boolean): DossierContent =>
	blind
		? {
				...content,
				merits: '',
				...{ flags: [], submittedAt: null },
				evidence: content.evidence.map((piece, index) => ({
					...{ ...piece, id: index + 1, title: '', fileId: null },
					source: piece.part === 'approvedReport' ? piece.source : '',
				})),
			}
		: content;

const readReviews = (database: Database, nominationId: number) =>
	database
		.select({
			...{ memberId: awardReview.memberId, scores: awardReview.scores, by: account.displayName },
		})
		.from(awardReview)
		.innerJoin(awardCouncilMember, eq(awardCouncilMember.id, awardReview.memberId))
		.innerJoin(account, eq(account.id, awardCouncilMember.accountId))
		.where(and(eq(awardReview.nominationId, nominationId), isNull(awardCouncilMember.leftAt)))
		.orderBy(asc(awardReview.memberId));

async function readDiscussion(
	database: Database,
	{ council }: SeasonBase,
	nominationId: number,
	reviews: (SheetReview & { memberId: number })[],
): Promise<Sheet['discussion']> {
	return {
		reviews: reviews.map(({ by, scores }) => ({ by, scores })),
		spread: spreads(council?.rubric ?? [], reviews),
		comments: await database
			.select({ by: account.displayName, text: awardComment.text, at: awardComment.at })
			.from(awardComment)
			.innerJoin(awardCouncilMember, eq(awardCouncilMember.id, awardComment.memberId))
			.innerJoin(account, eq(account.id, awardCouncilMember.accountId))
			.where(eq(awardComment.nominationId, nominationId))
			.orderBy(asc(awardComment.id)),
	};
}

/** All votes on a nominee, the failed ones too, in order. */
export const readVotes = (database: Database, nominationId: number): Promise<SheetVote[]> =>
	queryRows<SheetVote>(
		database,
		sql`select attempt, ${isoInstant(sql`closes_at`)} as "closesAt", ${isoInstant(sql`closed_at`)} as "closedAt",
				outcome, counts
			from award_vote where nomination_id = ${nominationId} order by attempt`,
	);

/** What the member has voted: in the newest vote, or in writing. */
async function readOwnBallot(
	database: Database,
	nominationId: number,
	memberId: number,
): Promise<Sheet['ownBallot']> {
	const [newest] = await database
		.select({ choice: awardBallot.choice, voteId: awardBallot.voteId })
		.from(awardBallot)
		.where(and(eq(awardBallot.nominationId, nominationId), eq(awardBallot.memberId, memberId)))
		.orderBy(sql`${awardBallot.voteId} desc nulls last`)
		.limit(1);
	return newest ? { choice: newest.choice, inWriting: newest.voteId === null } : null;
}

export const mostCompared = 3;

/** Two or three sheets beside one another. @throws NotFoundError for any that isn't the account's to see */
export async function compareSheets(
	database: Database,
	actor: Actor,
	seasonId: number,
	nominationIds: readonly number[],
): Promise<Sheet[]> {
	const sheets: Sheet[] = [];
	for (const nominationId of [...new Set(nominationIds)].slice(0, mostCompared))
		sheets.push(await readSheet(database, actor, { seasonId, nominationId }));
	return sheets;
}
