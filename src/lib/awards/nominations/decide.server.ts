import { eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardNomination } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readNominees, readSeasonBase } from '../council/read-facts.server';
import { keepNominationEvent } from './keep.server';
import { nominationsOfOwnHands } from './own-hands.server';
import { Decision } from './schemas';

/**
 * Writes down whom the chair's decision names, of those who were before the council and whom the account
 * may decide on; nobody writes down their own nominee or one from whom they stepped back.
 * @returns how many were decided.
 * @throws InvalidError, NotFoundError; ConflictError when there is none to decide.
 */
export async function recordDecision(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<number> {
	const { decisionNumber, decidedOn, awarded } = parse(Decision, input);
	return database.transaction(async (transaction) => {
		const base = await readSeasonBase(transaction, actor, seasonId);
		const all = await readNominees(transaction, actor, base);
		const ids = all.map(({ id }) => id);
		const own = await nominationsOfOwnHands(transaction, actor, ids, now);
		const open = all.filter(({ id, rights }) => rights.decides && !own.has(id));
		if (open.length === 0) throw new ConflictError('There is nobody to decide on.');
		for (const { id } of open) {
			const named = awarded.includes(id);
			await transaction
				.update(awardNomination)
				.set({ state: 'decided', awarded: named, decisionNumber, decidedOn })
				.where(eq(awardNomination.id, id));
			await keepNominationEvent(transaction, actor, {
				...{ id, state: 'decided', text: named ? decisionNumber : '', now },
			});
		}
		await writeAudit(transaction, {
			...{ actor, action: 'nomination.decide', subject: `season:${seasonId}` },
			details: { decisionNumber, decided: open.length },
		});
		return open.length;
	});
}
