import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { CriteriaState } from '../../contracts/awards/seasons';
import type { Database } from '../../server/db/client';
import { awardCategory, awardCriteriaVersion } from '../../server/db/schema';
import { ConflictError, NotFoundError } from '../../server/errors';
import { lockSeason } from '../season/keeper.server';

export interface WhichVersion {
	seasonId: number;
	versionId: number;
}

/**
 * A version of the season's criteria with its category, locked with its season until the transaction ends.
 * @throws what `lockSeason` throws; NotFoundError; ConflictError when its state is another.
 */
export async function lockVersion(
	transaction: Database,
	actor: Actor,
	{ seasonId, versionId }: WhichVersion,
	{ who, state }: { who: 'committee' | 'either'; state: CriteriaState },
) {
	const season = await lockSeason(transaction, actor, seasonId, who);
	const [found] = await transaction
		.select({ version: awardCriteriaVersion, category: awardCategory })
		.from(awardCriteriaVersion)
		.innerJoin(awardCategory, eq(awardCategory.id, awardCriteriaVersion.categoryId))
		.where(eq(awardCriteriaVersion.id, versionId));
	if (found?.category.seasonId !== seasonId)
		throw new NotFoundError(`The season has no version ${versionId} of criteria.`);
	if (found.version.state !== state)
		throw new ConflictError(`The version is ${found.version.state}.`);
	return { ...found, season };
}
