import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import { searchKey } from '../../contracts/text/search-key';
import { queryRows, type Database } from '../../server/db/client';
import { account, adminUnit, roleGrant, signInLink } from '../../server/db/schema';
import { isLeaderBelow, unitsBelow } from './leaders.server';
import { isCurrent } from '../../server/db/unit-tree';
import { pageOf } from '../../contracts/pages';
import { isoInstant } from '../../server/db/instant';

export interface Leader {
	name: string;
	displayName: string;
	units: Pick<Unit, 'id' | 'code' | 'kind' | 'name'>[];
	/** The link that waits to be used. */
	link: { id: number; issuedAt: Date; expiresAt: Date } | null;
	lastUsedAt: Date | null;
}

export interface LeaderPage {
	leaders: Leader[];
	found: number;
	page: number;
	pages: number;
}

const pageSize = 50;

/** Accounts in use that the actor may issue links for, in the order of their units. */
export async function listLeaders(
	database: Database,
	actor: Actor,
	filter: { search: string; page: number },
	now = new Date(),
): Promise<LeaderPage> {
	const rows = await database
		.select({
			id: account.id,
			name: account.name,
			displayName: account.displayName,
			unit: {
				id: adminUnit.id,
				code: adminUnit.code,
				kind: adminUnit.kind,
				name: adminUnit.name,
			},
			link: {
				id: signInLink.id,
				issuedAt: signInLink.issuedAt,
				expiresAt: signInLink.expiresAt,
			},
			lastUsedAt: sql<string | null>`(
				select ${isoInstant(sql`max(used.used_at)`)}
				from sign_in_link used where used.account_id = account.id
			)`,
		})
		.from(account)
		.innerJoin(roleGrant, eq(roleGrant.accountId, account.id))
		.innerJoin(adminUnit, eq(adminUnit.id, roleGrant.unitId))
		.leftJoin(
			signInLink,
			and(
				eq(signInLink.accountId, account.id),
				isNull(signInLink.usedAt),
				isNull(signInLink.revokedAt),
				gt(signInLink.expiresAt, now),
			),
		)
		.where(and(isNull(account.disabledAt), isLeaderBelow(actor)))
		.orderBy(adminUnit.code, account.name);
	const leaders = new Map<number, Leader>();
	for (const { id, unit, lastUsedAt, ...rest } of rows) {
		const used = lastUsedAt === null ? null : new Date(lastUsedAt);
		const leader = leaders.get(id) ?? { ...rest, lastUsedAt: used, units: [] };
		if (!leader.units.some((each) => each.id === unit.id)) leader.units.push(unit);
		leaders.set(id, leader);
	}
	const words = searchKey(filter.search).split(' ').filter(Boolean);
	const found = [...leaders.values()].filter(({ name, displayName, units }) => {
		const places = units.map((unit) => `${unit.name} ${unit.code}`);
		const text = searchKey([name, displayName, ...places].join(' '));
		return words.every((word) => text.includes(word));
	});
	const { entries, ...place } = pageOf(found, { page: filter.page, pageSize });
	return { leaders: entries, found: found.length, ...place };
}

/** Units of today for which the actor may make a leader's account, with what they lie in. */
export async function listUnitsBelow(
	database: Database,
	actor: Actor,
	{ search, limit }: { search: string; limit: number },
): Promise<(Pick<Unit, 'id' | 'code' | 'kind' | 'name'> & { parentName: string })[]> {
	return queryRows(
		database,
		sql`select unit.id, unit.code, unit.kind, unit.name, parent.name as "parentName"
			from admin_unit unit join admin_unit parent on parent.id = unit.parent_id
			where ${isCurrent('unit')} and unit.level in ('commune', 'village')
				and unit.id in ${unitsBelow(actor)}
				and (unit.search_name like ${`%${searchKey(search)}%`} or unit.code like ${`${search.trim()}%`})
			order by unit.code limit ${limit}`,
	);
}
