import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardBallot, awardReview, awardVote } from '../../server/db/schema';
import { planSteps } from '../calendar/plan';
import { readNominees, readSeasonBase } from '../council/read-facts.server';
import { listCriteria } from '../criteria/read.server';
import { readKeepingRights } from './keeper.server';
import { readCategories, type ListedSeason } from './read.server';
import { todosOfDossiers, todosOfSeason, type OwnPart, type Todo } from './todo';

/** What waits for the account in seasons, by season: until the freeze, and on their dossiers. */
export async function readTodos(
	database: Database,
	actor: Actor,
	seasons: readonly ListedSeason[],
	today: string,
): Promise<Map<number, Todo[]>> {
	const todos = new Map<number, Todo[]>();
	for (const season of seasons)
		todos.set(season.id, [
			...(await readSeasonTodos(database, actor, season, today)),
			...(await readDossierTodos(database, actor, season.id)),
		]);
	return todos;
}

async function readSeasonTodos(
	database: Database,
	actor: Actor,
	season: ListedSeason,
	today: string,
): Promise<Todo[]> {
	if (season.frozenAt !== null) return [];
	const account = {
		accountId: actor.accountId,
		...(await readKeepingRights(database, actor, season.unitId)),
	};
	const [freeze] = planSteps(season.year, season.settings);
	return todosOfSeason({
		...{ today, account, freezeOn: freeze?.on ?? '' },
		season: { ...season, categories: await readCategories(database, season.id) },
		versions: await listCriteria(database, season.id),
	});
}

async function readDossierTodos(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<Todo[]> {
	const base = await readSeasonBase(database, actor, seasonId);
	const nominees = await readNominees(database, actor, base);
	return todosOfDossiers(nominees, await readOwnPart(database, base.rights.memberId));
}

async function readOwnPart(database: Database, memberId: number | null): Promise<OwnPart> {
	if (memberId === null) return { scored: new Set(), voted: new Set() };
	const reviews = await database
		.select({ id: awardReview.nominationId })
		.from(awardReview)
		.where(eq(awardReview.memberId, memberId));
	const ballots = await database
		.select({ id: awardBallot.nominationId })
		.from(awardBallot)
		.innerJoin(awardVote, eq(awardVote.id, awardBallot.voteId))
		.where(and(eq(awardBallot.memberId, memberId), isNull(awardVote.closedAt)));
	return {
		scored: new Set(reviews.map(({ id }) => id)),
		voted: new Set(ballots.map(({ id }) => id)),
	};
}
