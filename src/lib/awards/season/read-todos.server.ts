import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { listCriteria } from '../criteria/read.server';
import { planSteps } from '../calendar/plan';
import { keepsSeasonsOf, sitsInCommittee } from './keeper.server';
import { readCategories, type ListedSeason } from './read.server';
import { todosOf, type Todo } from './todo';

/** What waits for the account in seasons that aren't frozen, by season. */
export async function readTodos(
	database: Database,
	actor: Actor,
	seasons: readonly ListedSeason[],
	today: string,
): Promise<Map<number, Todo[]>> {
	const todos = new Map<number, Todo[]>();
	for (const season of seasons) {
		if (season.frozenAt !== null) continue;
		const account = {
			accountId: actor.accountId,
			sits: await sitsInCommittee(database, actor, season.unitId),
			keeps: await keepsSeasonsOf(database, actor, season.unitId),
		};
		if (!account.sits && !account.keeps) continue;
		const [freeze] = planSteps(season.year, season.settings);
		todos.set(
			season.id,
			todosOf({
				...{ today, account, freezeOn: freeze?.on ?? '' },
				season: { ...season, categories: await readCategories(database, season.id) },
				versions: await listCriteria(database, season.id),
			}),
		);
	}
	return todos;
}
