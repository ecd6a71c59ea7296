import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { account, roleGrant } from '../../server/db/schema';
import { InvalidError } from '../../server/errors';
import { writeAudit } from '../audit/audit.server';
import { unitsBelow } from './leaders.server';
import { parseDisplayName } from '../person-details.server';
import { isCurrent } from '../../server/db/unit-tree';

/**
 * Makes an account that reports for one unit below the actor's and signs in by links alone. Its
 * sign-in name follows from the unit's code: people's names don't belong into addresses and logs.
 * @returns the sign-in name.
 * @throws InvalidError with field `displayName` or `unit`.
 */
export async function addLeader(
	database: Database,
	actor: Actor,
	given: { displayName: string; unitId: number },
): Promise<string> {
	const displayName = parseDisplayName(given.displayName);
	return database.transaction(async (transaction) => {
		const [unit] = await queryRows<{ id: number; code: string }>(
			transaction,
			sql`select id, code from admin_unit unit where id = ${given.unitId} and ${isCurrent('unit')}
				and level in ('commune', 'village') and id in ${unitsBelow(actor)}`,
		);
		if (!unit)
			throw new InvalidError([
				{ field: 'unit', rule: 'notBelow', message: 'should lie below a unit of yours' },
			]);
		const base = `to.${unit.code.toLowerCase()}`;
		let added: { id: number; name: string } | undefined;
		for (let number = 1; !added; number += 1) {
			const name = number === 1 ? base : `${base}.${number}`;
			[added] = await transaction
				.insert(account)
				.values({ name, displayName })
				.onConflictDoNothing()
				.returning({ id: account.id, name: account.name });
		}
		const grant = { role: 'reporter', unitId: unit.id } as const;
		await transaction.insert(roleGrant).values({ accountId: added.id, ...grant });
		await writeAudit(transaction, {
			actor,
			action: 'account.addLeader',
			subject: `account:${added.name}`,
			details: { grants: [grant] },
		});
		return added.name;
	});
}
