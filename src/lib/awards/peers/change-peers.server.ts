import { and, desc, eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardCategory, awardPeerGroup } from '../../server/db/schema';
import { InvalidError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { lockSeason } from '../season/keeper.server';
import { readPeerGroups } from './read-peers.server';
import { ChangedPeers } from './schemas';

/**
 * Sets a unit's peers anew with a reason, which everybody reads; what stood before stays on record.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when the season is frozen.
 */
export async function changePeers(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { categoryId, unitId, reason, ...parsed } = parse(ChangedPeers, input);
	await database.transaction(async (transaction) => {
		await lockSeason(transaction, actor, seasonId, 'either');
		const [former] = await transaction
			.select({ households: awardPeerGroup.households, density: awardPeerGroup.density })
			.from(awardPeerGroup)
			.innerJoin(awardCategory, eq(awardCategory.id, awardPeerGroup.categoryId))
			.where(
				and(
					eq(awardCategory.seasonId, seasonId),
					eq(awardPeerGroup.categoryId, categoryId),
					eq(awardPeerGroup.unitId, unitId),
				),
			)
			.orderBy(desc(awardPeerGroup.id))
			.limit(1);
		if (!former) throw new NotFoundError(`Unit ${unitId} has no peers in that category.`);
		const groups = await readPeerGroups(transaction, categoryId);
		const peers = [...new Set(parsed.peers)];
		if (peers.some((peer) => peer === unitId || !groups.has(peer)))
			throw new InvalidError([
				{ field: 'peers', rule: 'peers', message: 'should be other units of the category' },
			]);
		await transaction.insert(awardPeerGroup).values({
			...{ ...former, categoryId, unitId, peers, reason },
			...{ setBy: actor.accountId, setAt: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'season.changePeers', subject: `season:${seasonId}` },
			details: { categoryId, unitId, peers, reason },
		});
	});
}
