import { and, eq } from 'drizzle-orm';
import type { Actor, RoleGrant } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { roleGrant } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { requireAdministered, requireMayGrant } from './administered.server';
import { writeAudit } from '../audit/audit.server';
import { endLentRoles } from '../delegations/end-lent-roles.server';

/**
 * Gives an account a role on a unit; nothing happens if it has it.
 * @throws NotFoundError; ForbiddenError beyond the actor's units; ConflictError for their own account.
 */
export async function grantRole(
	database: Database,
	actor: Actor,
	name: string,
	grant: RoleGrant,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const found = await requireOther(transaction, actor, name);
		await requireMayGrant(transaction, actor, [grant]);
		const { role, unitId } = grant;
		await transaction
			.insert(roleGrant)
			.values({ accountId: found.id, role, unitId })
			.onConflictDoNothing();
		await writeAudit(transaction, {
			actor,
			action: 'account.grant',
			subject: `account:${found.name}`,
			details: { role, unitId },
		});
	});
}

/**
 * Takes a role back, and what others lent the account where it works no more; the last role stays,
 * since nobody would find the account again: disable it.
 * @throws NotFoundError; ConflictError for the last role, and for the actor's own account.
 */
export async function withdrawRole(
	database: Database,
	actor: Actor,
	name: string,
	{ role, unitId }: RoleGrant,
	now = new Date(),
): Promise<void> {
	await database.transaction(async (transaction) => {
		const found = await requireOther(transaction, actor, name);
		const own = eq(roleGrant.accountId, found.id);
		await transaction
			.delete(roleGrant)
			.where(and(own, eq(roleGrant.role, role), eq(roleGrant.unitId, unitId)));
		const grants = await transaction
			.select({ role: roleGrant.role, unitId: roleGrant.unitId })
			.from(roleGrant)
			.where(own);
		if (grants.length === 0) throw new ConflictError('An account keeps at least one role.');
		const { id: accountId, name: accountName, displayName } = found;
		const deputy = { accountId, name: accountName, displayName, grants };
		await endLentRoles(transaction, actor, deputy, now);
		await writeAudit(transaction, {
			actor,
			action: 'account.withdraw',
			subject: `account:${found.name}`,
			details: { role, unitId },
		});
	});
}

/** Nobody changes their own roles: so the last administrator can't lock everybody out. */
async function requireOther(database: Database, actor: Actor, name: string) {
	const found = await requireAdministered(database, actor, name);
	if (found.id === actor.accountId)
		throw new ConflictError('Another administrator has to change your roles.');
	return found;
}
