import { asc, eq } from 'drizzle-orm';
import type { Role } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { account, adminUnit, roleGrant } from '../../server/db/schema';

export interface GrantOnUnit {
	role: Role;
	unit: Pick<Unit, 'id' | 'code' | 'level' | 'kind' | 'name'>;
}

export interface ListedAccount {
	id: number;
	name: string;
	displayName: string;
	disabledAt: Date | null;
	grants: GrantOnUnit[];
}

/** By name; all of them, or one. */
export async function listAccounts(
	database: Database,
	accountId?: number,
): Promise<ListedAccount[]> {
	const rows = await database
		.select({
			id: account.id,
			name: account.name,
			displayName: account.displayName,
			disabledAt: account.disabledAt,
			role: roleGrant.role,
			unit: {
				id: adminUnit.id,
				code: adminUnit.code,
				level: adminUnit.level,
				kind: adminUnit.kind,
				name: adminUnit.name,
			},
		})
		.from(account)
		.leftJoin(roleGrant, eq(roleGrant.accountId, account.id))
		.leftJoin(adminUnit, eq(adminUnit.id, roleGrant.unitId))
		.where(accountId === undefined ? undefined : eq(account.id, accountId))
		.orderBy(asc(account.name), asc(roleGrant.id));
	const accounts = new Map<number, ListedAccount>();
	for (const { role, unit, ...rest } of rows) {
		const listed = accounts.get(rest.id) ?? { ...rest, grants: [] };
		if (role !== null && unit !== null) listed.grants.push({ role, unit });
		accounts.set(rest.id, listed);
	}
	return [...accounts.values()];
}
