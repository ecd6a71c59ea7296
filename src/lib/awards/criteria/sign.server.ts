import { and, eq } from 'drizzle-orm';
import { wasInHandsOf } from '../../accounts/access/credential-knowledge.server';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { awardCriteriaVersion } from '../../server/db/schema';
import { ConflictError, ForbiddenError } from '../../server/errors';
import { criteriaHash } from './hash';
import { lockVersion, type WhichVersion } from './lock.server';

/**
 * The first of two signatures, by somebody of the committee: from here on the version doesn't change.
 * @throws NotFoundError, ForbiddenError, ConflictError.
 */
export async function signCriteria(
	database: Database,
	actor: Actor,
	which: WhichVersion,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await lockVersion(transaction, actor, which, { who: 'committee', state: 'draft' });
		await transaction
			.update(awardCriteriaVersion)
			.set({ state: 'signed', signedBy: actor.accountId, signedAt: now })
			.where(eq(awardCriteriaVersion.id, which.versionId));
		await writeAudit(transaction, {
			...{ actor, action: 'season.signCriteria', subject: `season:${which.seasonId}` },
			details: { versionId: which.versionId },
		});
	});
}

/** Takes the first signature back, so that the version can be written again. */
export async function unsignCriteria(
	database: Database,
	actor: Actor,
	which: WhichVersion,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await lockVersion(transaction, actor, which, { who: 'committee', state: 'signed' });
		await transaction
			.update(awardCriteriaVersion)
			.set({ state: 'draft', signedBy: null, signedAt: null })
			.where(eq(awardCriteriaVersion.id, which.versionId));
		await writeAudit(transaction, {
			...{ actor, action: 'season.unsignCriteria', subject: `season:${which.seasonId}` },
			details: { versionId: which.versionId },
		});
	});
}

/**
 * The second signature, by another person of the committee or the unit's administrator, before the
 * season's data begin to count: the version is in force, its hash is public from this moment on, and the
 * one before it is replaced.
 * @returns the hash.
 * @throws NotFoundError, ForbiddenError (for the first signer as well), ConflictError (also once the data count).
 */
export async function forceCriteria(
	database: Database,
	actor: Actor,
	which: WhichVersion,
	now: Date,
): Promise<string> {
	return database.transaction(async (transaction) => {
		const { version, category, season } = await lockVersion(transaction, actor, which, {
			...{ who: 'either', state: 'signed' },
		});
		const { signedBy, signedAt } = version;
		if (signedBy === null || signedAt === null) throw new Error('A signed version has a signer.');
		const signer = { accountId: signedBy, at: signedAt };
		if (await wasInHandsOf(transaction, actor, now, signer))
			throw new ForbiddenError('Criteria come into force by two different people.');
		if (localDay(now) >= season.countsFrom)
			throw new ConflictError('The data of the season count already.');
		await transaction
			.update(awardCriteriaVersion)
			.set({ state: 'replaced' })
			.where(
				and(
					eq(awardCriteriaVersion.categoryId, category.id),
					eq(awardCriteriaVersion.state, 'inForce'),
				),
			);
		const hash = criteriaHash(category.kind, version.criteria);
		await transaction
			.update(awardCriteriaVersion)
			.set({ state: 'inForce', forcedBy: actor.accountId, forcedAt: now, hash })
			.where(eq(awardCriteriaVersion.id, version.id));
		await writeAudit(transaction, {
			...{ actor, action: 'season.forceCriteria', subject: `season:${which.seasonId}` },
			details: { versionId: version.id },
		});
		return hash;
	});
}
