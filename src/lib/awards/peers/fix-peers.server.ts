import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { peerFinder } from '../../ranking/peers.server';
import { readCandidates } from '../../ranking/criteria/candidates.server';
import type { Database } from '../../server/db/client';
import { awardCategory, awardPeerGroup } from '../../server/db/schema';
import { inTurns } from '../../server/in-turns';
import { ConflictError, NotFoundError } from '../../server/errors';
import { lockSeason } from '../season/keeper.server';
import { readSeasonSettings } from '../season/read-settings.server';
import { readPeerFacts } from './read-peer-facts.server';

const batchSize = 1_000;

/**
 * Fixes with whom each unit of a category is compared, from what it can't influence: households on the
 * register, their density and the kind of place. Once a season, before its data begin to count.
 * @throws NotFoundError, ForbiddenError; ConflictError when they are fixed, or data count already.
 */
export async function fixPeers(
	database: Database,
	actor: Actor,
	{ seasonId, categoryId }: { seasonId: number; categoryId: number },
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const season = await lockSeason(transaction, actor, seasonId, 'either');
		const kind = await kindOf(transaction, { seasonId, categoryId });
		if (localDay(now) >= season.countsFrom)
			throw new ConflictError('The data of that season count already.');
		const [fixed] = await transaction
			.select({ id: awardPeerGroup.id })
			.from(awardPeerGroup)
			.where(eq(awardPeerGroup.categoryId, categoryId))
			.limit(1);
		if (fixed) throw new ConflictError('The peers of that category are fixed.');
		const units = await readCandidates(transaction, season.unitId, kind, localDay(now));
		const facts = await readPeerFacts(transaction, units, localDay(now));
		const { peerCount } = await readSeasonSettings(transaction, seasonId);
		const peersOf = peerFinder(facts, peerCount);
		const rows = await inTurns(facts, ({ unitId, households, density }) => ({
			...{ categoryId, unitId, peers: peersOf(unitId), households, density },
			...{ reason: '', setBy: actor.accountId, setAt: now },
		}));
		for (let from = 0; from < rows.length; from += batchSize)
			await transaction.insert(awardPeerGroup).values(rows.slice(from, from + batchSize));
		await writeAudit(transaction, {
			...{ actor, action: 'season.fixPeers', subject: `season:${seasonId}` },
			details: { categoryId, units: rows.length },
		});
	});
}

/** Of a category of the season that is ranked. @throws NotFoundError */
async function kindOf(
	database: Database,
	{ seasonId, categoryId }: { seasonId: number; categoryId: number },
) {
	const [category] = await database
		.select({ kind: awardCategory.kind })
		.from(awardCategory)
		.where(and(eq(awardCategory.id, categoryId), eq(awardCategory.seasonId, seasonId)));
	if (!category || category.kind === 'individual')
		throw new NotFoundError(`There is no ranked category ${categoryId} in that season.`);
	return category.kind;
}
