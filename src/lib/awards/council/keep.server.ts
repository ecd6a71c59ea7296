import { eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { CouncilEventKind } from '../../contracts/awards/council';
import { appendChanges, lockChanges } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { awardCouncil, awardCouncilEvent } from '../../server/db/schema';
import { ConflictError, ForbiddenError, NotFoundError } from '../../server/errors';
import { readNominees, readSeasonBase, type Nominee, type SeasonBase } from './read-facts.server';
import type { NomineeRights, SeasonRights } from './rights';

export type CouncilBase = SeasonBase & { council: typeof awardCouncil.$inferSelect };

/**
 * The council, locked until the transaction ends: what is decided about it comes one after the other.
 * @throws NotFoundError; ForbiddenError for who may not; ConflictError without a council.
 */
export async function lockCouncil(
	transaction: Database,
	actor: Actor,
	seasonId: number,
	may?: keyof SeasonRights,
): Promise<CouncilBase> {
	await transaction
		.select({ id: awardCouncil.seasonId })
		.from(awardCouncil)
		.where(eq(awardCouncil.seasonId, seasonId))
		.for('update');
	const { council, ...base } = await readSeasonBase(transaction, actor, seasonId);
	if (may !== undefined && !base.rights[may])
		throw new ForbiddenError('This account has no such part in the council.');
	if (!council) throw new ConflictError('The season has no council yet.');
	return { ...base, council };
}

/**
 * One nominee of the locked council on whom the account may do this.
 * @param councilId as the council's pages have it; what is kept belongs to the nominee's own `id`.
 * @param sees what the account has to be able to see: without it the nominee isn't there at all.
 * @throws NotFoundError, ConflictError
 */
export async function lockNominee(
	transaction: Database,
	actor: Actor,
	base: SeasonBase,
	{
		councilId,
		may,
		sees,
	}: { councilId: number; may: keyof NomineeRights; sees: keyof NomineeRights },
): Promise<Nominee> {
	const nominees = await readNominees(transaction, actor, base);
	const nominee = nominees.find((one) => one.councilId === councilId);
	if (!nominee || (!nominee.rights[may] && !nominee.rights[sees]))
		throw new NotFoundError(`There is no nominee ${councilId}.`);
	if (!nominee.rights[may]) throw new ConflictError('That is not to be done now.');
	return nominee;
}

interface Kept {
	kind: CouncilEventKind;
	nominationId?: number;
	memberId?: number;
	text?: string;
	now: Date;
}

/** Keeps an event of the council, and in the audit log that it was done: neither holds a score, a choice or a comment. */
export async function keepCouncilEvent(
	transaction: Database,
	actor: Actor,
	seasonId: number,
	{ kind, nominationId, memberId, text = '', now }: Kept,
): Promise<void> {
	await transaction.insert(awardCouncilEvent).values({
		...{ seasonId, kind, text, at: now, byAccountId: actor.accountId },
		...{ nominationId: nominationId ?? null, memberId: memberId ?? null },
	});
	await writeAudit(transaction, {
		...{ actor, action: `council.${kind}`, subject: `season:${seasonId}` },
		details: { nominationId, memberId },
	});
}

/**
 * Tells the screens of a session that what they show has changed. Never for a score, a comment or a
 * ballot: their number would tell.
 */
export async function tellSession(
	transaction: Database,
	{ season, facts }: Pick<SeasonBase, 'season' | 'facts'>,
): Promise<void> {
	await lockChanges(transaction);
	await appendChanges(transaction, [
		{ type: 'session', seasonId: season.id, path: [...facts.unitPath] },
	]);
}
