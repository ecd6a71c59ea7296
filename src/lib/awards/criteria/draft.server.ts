import { randomInt } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardCategory, awardCriteriaVersion } from '../../server/db/schema';
import { ConflictError, NotFoundError } from '../../server/errors';
import { lockSeason } from '../season/keeper.server';
import { usualCriteria } from './usual';

/**
 * Begins the next version of a category's criteria from the one before, by somebody of the committee.
 * @returns its id.
 * @throws NotFoundError, ForbiddenError; ConflictError while another is being written or the season is frozen.
 */
export async function draftCriteria(
	database: Database,
	actor: Actor,
	{ seasonId, categoryId }: { seasonId: number; categoryId: number },
	now: Date,
): Promise<number> {
	return database.transaction(async (transaction) => {
		await lockSeason(transaction, actor, seasonId, 'committee');
		const [category] = await transaction
			.select()
			.from(awardCategory)
			.where(and(eq(awardCategory.id, categoryId), eq(awardCategory.seasonId, seasonId)));
		if (!category || category.kind === 'individual')
			throw new NotFoundError('The season scores no such category.');
		const [before] = await transaction
			.select()
			.from(awardCriteriaVersion)
			.where(eq(awardCriteriaVersion.categoryId, categoryId))
			.orderBy(desc(awardCriteriaVersion.version))
			.limit(1);
		if (before?.state === 'draft' || before?.state === 'signed')
			throw new ConflictError('A version is being written.');
		const [drafted] = await transaction
			.insert(awardCriteriaVersion)
			.values({
				...{ categoryId, version: (before?.version ?? 0) + 1, state: 'draft' },
				criteria: before?.criteria ?? usualCriteria(category.kind),
				...{ shuffle: randomInt(2 ** 31), draftedBy: actor.accountId, draftedAt: now },
			})
			.returning({ id: awardCriteriaVersion.id });
		if (!drafted) throw new Error('An insert returns its row.');
		await writeAudit(transaction, {
			...{ actor, action: 'season.draftCriteria', subject: `season:${seasonId}` },
			details: { categoryId, versionId: drafted.id },
		});
		return drafted.id;
	});
}
