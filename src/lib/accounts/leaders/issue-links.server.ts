import { and, asc, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { account, signInLink } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { writeAudit } from '../audit/audit.server';
import { isLeaderBelow } from './leaders.server';
import { noteKnowledge } from '../access/credential-knowledge.server';
import { hashCode } from '../code-hash.server';
import { newCode, printedCode } from '../short-code.server';
import { dayLength } from '../../contracts/local-time';

export interface IssuedLink {
	name: string;
	displayName: string;
	/** `K7MZ-T9WQ-4HXP`: shown once, and kept nowhere. */
	code: string;
	expiresAt: Date;
}

/** Days for which a link waits to be used. */
export const linkLifetimeDays = 7;

/**
 * One new link for each of the accounts, in place of one that is still open.
 * @throws ForbiddenError when one of them isn't a leader's account below the actor.
 */
export async function issueLinks(
	database: Database,
	actor: Actor,
	names: readonly string[],
	now = new Date(),
): Promise<IssuedLink[]> {
	if (names.length === 0) return [];
	const expiresAt = new Date(now.getTime() + linkLifetimeDays * dayLength);
	return database.transaction(async (transaction) => {
		const leaders = await transaction
			.select({ id: account.id, name: account.name, displayName: account.displayName })
			.from(account)
			.where(
				and(inArray(account.name, [...names]), isNull(account.disabledAt), isLeaderBelow(actor)),
			)
			.orderBy(asc(account.name));
		if (leaders.length !== new Set(names).size)
			throw new ForbiddenError('Some of these accounts are not those of leaders below you.');
		await transaction
			.update(signInLink)
			.set({ revokedAt: now })
			.where(
				and(
					among(
						signInLink.accountId,
						leaders.map(({ id }) => id),
					),
					isNull(signInLink.usedAt),
					isNull(signInLink.revokedAt),
				),
			);
		const issued: IssuedLink[] = [];
		for (const { id, name, displayName } of leaders) {
			const code = newCode();
			const [added] = await transaction
				.insert(signInLink)
				.values({
					accountId: id,
					codeHash: await hashCode(code, 'sign-in link'),
					issuedBy: actor.accountId,
					issuedAt: now,
					expiresAt,
				})
				.returning({ id: signInLink.id });
			if (!added) throw new Error('An insert returns its row.');
			const knowledge = { accountId: id, kind: 'link', linkId: added.id } as const;
			await noteKnowledge(transaction, actor, knowledge, now);
			await writeAudit(transaction, {
				actor,
				action: 'link.issue',
				subject: `account:${name}`,
				details: { expiresAt: expiresAt.toISOString() },
			});
			issued.push({ name, displayName, code: printedCode(code), expiresAt });
		}
		return issued;
	});
}
