import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { addDays, startOfDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import { parseAccountName } from '../account-name';
import { administersAll, isAdministered } from '../administration/administered.server';
import type { AuditFilter } from './audit-filter';
import { instant, isoInstant } from '../../server/db/instant';
import { onePageAndNext, pageAndNext } from '../../server/db/page';

/** What shows names, phones, addresses or pictures of people. */
const personalActions = [
	...['roster.read', 'roster.export', 'account.read', 'activity.seePhoto', 'nomination.read'],
];

export interface ListedEntry extends Record<string, unknown> {
	id: number;
	/** ISO instant. */
	at: string;
	/** Null for the command line and for whoever wasn't signed in. */
	name: string | null;
	displayName: string | null;
	action: string;
	subject: string;
	details: Record<string, unknown>;
}

export interface AuditPage {
	entries: ListedEntry[];
	page: number;
	hasMore: boolean;
}

const pageSize = 50;

/**
 * Who did what, newest first: everything for whoever administers every province, else what the
 * accounts did that the actor administers.
 */
export async function readAuditLog(
	database: Database,
	actor: Actor,
	filter: AuditFilter,
	{ personalOnly = false } = {},
): Promise<AuditPage> {
	const request = { page: filter.page, pageSize };
	const conditions = [
		(await administersAll(database, actor))
			? sql`true`
			: sql`account.id is not null and ${await isAdministered(database, actor)}`,
	];
	if (filter.account !== '')
		conditions.push(sql`account.name = ${parseAccountName(filter.account) ?? ''}`);
	if (filter.action !== '') conditions.push(sql`entry.action = ${filter.action}`);
	if (filter.day !== '') {
		const [from, to] = [startOfDay(filter.day), startOfDay(addDays(filter.day, 1))];
		conditions.push(sql`entry.at >= ${instant(from)} and entry.at < ${instant(to)}`);
	}
	if (personalOnly)
		conditions.push(
			sql`entry.action in (${sql.join(
				personalActions.map((action) => sql`${action}`),
				sql`, `,
			)})`,
		);
	const rows = await queryRows<ListedEntry>(
		database,
		sql`select entry.id::int as id, account.name, account.display_name as "displayName",
				${isoInstant(sql`entry.at`)} as at,
				entry.action, entry.subject, entry.details
			from audit_log entry left join account on account.id = entry.account_id
			where ${sql.join(conditions, sql` and `)}
			order by entry.id desc
			${onePageAndNext(request)}`,
	);
	return pageAndNext(rows, request);
}

/** Every action that was ever logged, found by hopping along the index. */
export async function listAuditActions(database: Database): Promise<string[]> {
	const rows = await queryRows<{ action: string }>(
		database,
		sql`with recursive hop as (
				select min(action) as action from audit_log
				union all
				select (select min(action) from audit_log where action > hop.action)
				from hop where hop.action is not null
			)
			select action from hop where action is not null`,
	);
	return rows.map(({ action }) => action);
}
