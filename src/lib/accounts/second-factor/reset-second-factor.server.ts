import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { ConflictError } from '../../server/errors';
import { requireAdministered } from '../administration/administered.server';
import { noteKnowledge } from '../access/credential-knowledge.server';
import { writeAudit } from '../audit/audit.server';
import { endAccess } from '../administration/end-access.server';
import { removeSecondFactor } from './second-factor.server';

/**
 * For somebody who lost the phone: they set another one up at their next sign-in.
 * @param actor null for the command line; nobody resets their own.
 * @throws NotFoundError; ConflictError when there is none, or it is the actor's own.
 */
export async function resetSecondFactor(
	database: Database,
	actor: Actor | null,
	name: string,
	now = new Date(),
): Promise<void> {
	await database.transaction(async (transaction) => {
		const found = await requireAdministered(transaction, actor, name);
		if (found.id === actor?.accountId)
			throw new ConflictError('Another administrator has to reset your second factor.');
		if (!(await removeSecondFactor(transaction, found.id)))
			throw new ConflictError(`The account ${found.name} has no second factor.`);
		await noteKnowledge(transaction, actor, { accountId: found.id, kind: 'secondFactor' }, now);
		const endedSessions = await endAccess(transaction, found.id, now);
		await writeAudit(transaction, {
			actor,
			action: 'account.resetSecondFactor',
			subject: `account:${found.name}`,
			details: { endedSessions },
		});
	});
}
