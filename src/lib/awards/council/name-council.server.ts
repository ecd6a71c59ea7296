import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardCouncil } from '../../server/db/schema';
import { ConflictError, ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { keepCouncilEvent } from './keep.server';
import { readSeasonBase } from './read-facts.server';
import { CouncilDecision } from './schemas';

/**
 * Writes down by which decision a season's council sits and how it scores: by whoever sets the season
 * up, until members begin to score.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function nameCouncil(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const decision = parse(CouncilDecision, input);
	await database.transaction(async (transaction) => {
		const { council, rights } = await readSeasonBase(transaction, actor, seasonId);
		if (!rights.namesCouncil) throw new ForbiddenError('This account names no council.');
		if (council && council.phase !== 'forming')
			throw new ConflictError('The council is at work: its rules stay.');
		const named = { namedBy: actor.accountId, namedAt: now };
		await transaction
			.insert(awardCouncil)
			.values({ seasonId, phase: 'forming', ...decision, ...named })
			.onConflictDoUpdate({ target: awardCouncil.seasonId, set: { ...decision, ...named } });
		const text = decision.decisionNumber;
		await keepCouncilEvent(transaction, actor, seasonId, { kind: 'councilNamed', text, now });
		await writeAudit(transaction, {
			...{ actor, action: 'council.setRules', subject: `season:${seasonId}`, details: decision },
		});
	});
}
