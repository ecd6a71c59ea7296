import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { apiToken } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { endKnowledge } from '../access/credential-knowledge.server';
import { writeAudit } from '../audit/audit.server';

/**
 * @param actor may revoke their own tokens only; null (the command line) any.
 * @throws NotFoundError when there is no such token, or it is revoked already.
 */
export async function revokeToken(
	database: Database,
	actor: Actor | null,
	id: number,
	now = new Date(),
): Promise<void> {
	await database.transaction(async (transaction) => {
		const [revoked] = await transaction
			.update(apiToken)
			.set({ revokedAt: now })
			.where(
				and(
					eq(apiToken.id, id),
					isNull(apiToken.revokedAt),
					actor === null ? undefined : eq(apiToken.accountId, actor.accountId),
				),
			)
			.returning({ label: apiToken.label });
		if (!revoked) throw new NotFoundError(`There is no token ${id} in use.`);
		await endKnowledge(transaction, { tokenId: id }, now);
		await writeAudit(transaction, {
			actor,
			action: 'token.revoke',
			subject: `token:${id}`,
			details: { label: revoked.label },
		});
	});
}
