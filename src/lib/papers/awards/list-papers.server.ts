import { readMinutesFacts } from '../../awards/council/read-minutes-facts.server';
import type { Actor } from '../../contracts/accounts';
import type { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { Database } from '../../server/db/client';
import { papersOf } from './draw-up.server';
import { nameOf } from './nominees';
import { readPaperSettings } from './settings.server';

export interface ListedPapers {
	season: { id: number; name: string };
	settings: AwardPaperSettings;
	/** Of the season, that the account may draw up. */
	papers: ReturnType<typeof papersOf>;
	/** Those of whom the account may know. */
	nominees: { nominationId: number; name: string; categoryName: string }[];
}

/** What can be drawn up of a season. @throws NotFoundError, ForbiddenError */
export async function listPapers(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<ListedPapers> {
	const facts = await readMinutesFacts(database, actor, seasonId);
	const { season, settings } = await readPaperSettings(database, actor, seasonId);
	return {
		...{ season: { id: season.id, name: season.name }, settings },
		papers: papersOf(facts),
		nominees: facts.nominees.map((nominee) => ({
			...{ nominationId: nominee.nominationId, categoryName: nominee.categoryName },
			name: nameOf(nominee),
		})),
	};
}
