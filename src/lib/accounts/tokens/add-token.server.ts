import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { apiToken } from '../../server/db/schema';
import { ConflictError, InvalidError } from '../../server/errors';
import { noteKnowledge } from '../access/credential-knowledge.server';
import { writeAudit } from '../audit/audit.server';
import { findAccount } from '../find-account.server';
import { hashSecret, newSecret } from '../secret.server';

/**
 * Makes a token with which programs act as the account. It is in the answer and kept nowhere.
 * @throws NotFoundError; ConflictError when the account is disabled; InvalidError without a label.
 */
export async function addToken(
	database: Database,
	actor: Actor | null,
	accountName: string,
	typedLabel: string,
	now = new Date(),
): Promise<{ id: number; token: string }> {
	const label = typedLabel.trim();
	if (label === '')
		throw new InvalidError([{ field: 'label', rule: 'required', message: 'should not be empty' }]);
	const token = `nhs_${newSecret()}`;
	return database.transaction(async (transaction) => {
		const found = await findAccount(transaction, accountName);
		if (found.disabledAt !== null)
			throw new ConflictError(`The account ${found.name} is disabled.`);
		const [added] = await transaction
			.insert(apiToken)
			.values({ accountId: found.id, label, tokenHash: hashSecret(token) })
			.returning({ id: apiToken.id });
		if (!added) throw new Error('The new token has no id.');
		const knowledge = { accountId: found.id, kind: 'token', tokenId: added.id } as const;
		await noteKnowledge(transaction, actor, knowledge, now);
		await writeAudit(transaction, {
			actor,
			action: 'token.add',
			subject: `token:${added.id}`,
			details: { account: found.name, label },
		});
		return { id: added.id, token };
	});
}
