import { asc, eq, sql } from 'drizzle-orm';
import type { Actor, Role } from '../../contracts/accounts';
import { searchKey } from '../../contracts/text/search-key';
import type { Database } from '../../server/db/client';
import { account, adminUnit, roleGrant, secondFactor } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { isAdministered } from './administered.server';
import { writeAudit } from '../audit/audit.server';
import type { GrantOnUnit } from './list-accounts.server';
import { pageOf } from '../../contracts/pages';

export interface AdministeredAccount {
	id: number;
	name: string;
	displayName: string;
	email: string | null;
	hasPassword: boolean;
	hasSecondFactor: boolean;
	createdAt: Date;
	disabledAt: Date | null;
	erasedAt: Date | null;
	grants: GrantOnUnit[];
}

export const accountStates = ['all', 'enabled', 'disabled'] as const;

export interface AccountFilter {
	/** Words of the name, the display name or a unit; accents don't matter. */
	search: string;
	role: Role | null;
	state: (typeof accountStates)[number];
	/** From 1. */
	page: number;
}

export interface AccountPage {
	accounts: AdministeredAccount[];
	found: number;
	page: number;
	pages: number;
}

const pageSize = 50;

/** The accounts that the actor administers, by name. */
export async function findAccounts(
	database: Database,
	actor: Actor,
	filter: AccountFilter,
): Promise<AccountPage> {
	const words = searchKey(filter.search).split(' ').filter(Boolean);
	const found = (await readAdministered(database, actor)).filter(
		({ name, displayName, disabledAt, grants }) => {
			if (filter.state !== 'all' && (disabledAt === null) !== (filter.state === 'enabled'))
				return false;
			if (filter.role !== null && !grants.some(({ role }) => role === filter.role)) return false;
			const units = grants.map(({ unit }) => `${unit.name} ${unit.code}`);
			const text = searchKey([name, displayName, ...units].join(' '));
			return words.every((word) => text.includes(word));
		},
	);
	const { entries, ...place } = pageOf(found, { page: filter.page, pageSize });
	return { accounts: entries, found: found.length, ...place };
}

/**
 * One account with its e-mail address; the look at it is logged.
 * @throws NotFoundError also for an account beyond the actor's units.
 */
export async function readAccount(
	database: Database,
	actor: Actor,
	name: string,
): Promise<AdministeredAccount> {
	const [found] = await readAdministered(database, actor, name);
	if (!found) throw new NotFoundError(`There is no account named ${name}.`);
	await writeAudit(database, { actor, action: 'account.read', subject: `account:${found.name}` });
	return found;
}

async function readAdministered(
	database: Database,
	actor: Actor,
	name?: string,
): Promise<AdministeredAccount[]> {
	const mine = await isAdministered(database, actor);
	const rows = await database
		.select({
			id: account.id,
			name: account.name,
			displayName: account.displayName,
			email: account.email,
			hasPassword: sql<boolean>`${account.passwordHash} is not null`,
			hasSecondFactor: sql<boolean>`${secondFactor.accountId} is not null`,
			createdAt: account.createdAt,
			disabledAt: account.disabledAt,
			erasedAt: account.erasedAt,
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
		.leftJoin(secondFactor, eq(secondFactor.accountId, account.id))
		.leftJoin(roleGrant, eq(roleGrant.accountId, account.id))
		.leftJoin(adminUnit, eq(adminUnit.id, roleGrant.unitId))
		.where(name === undefined ? mine : sql`${mine} and ${account.name} = ${name}`)
		.orderBy(asc(account.name), asc(roleGrant.id));
	const accounts = new Map<number, AdministeredAccount>();
	for (const { role, unit, ...rest } of rows) {
		const listed = accounts.get(rest.id) ?? { ...rest, grants: [] };
		if (role !== null && unit !== null) listed.grants.push({ role, unit });
		accounts.set(rest.id, listed);
	}
	return [...accounts.values()];
}
