import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isCurrent, unitsAbove, unitsBelow } from '../../server/db/unit-tree';
import { InvalidError, NotFoundError } from '../../server/errors';
import { requireKeeper } from '../keepers.server';
import { parseRows, rowProblem } from '../parse-rows';

const AreasInput = v.strictObject({
	areaIds: v.pipe(
		v.array(v.pipe(v.number(), v.integer())),
		v.transform((ids) => [...new Set(ids)].sort((a, b) => a - b)),
	),
	/** Sign-in name; empty: the member has no account. */
	accountName: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(100)),
});

export interface Area {
	id: number;
	kind: UnitKind;
	name: string;
}

/** What members of a team can look after: the units right below the team's own; none of a village's. */
export const readAreaChoice = (database: Database, unitId: number): Promise<Area[]> =>
	queryRows<Area & Record<string, unknown>>(
		database,
		sql`select id, kind, name from admin_unit unit
			where parent_id = ${unitId} and level in ('commune', 'village') and ${isCurrent('unit')}
			order by code`,
	);

/** What a member looks after, and the sign-in name of the member's account, empty without one. */
export async function readAreasOf(
	database: Database,
	memberId: number,
): Promise<{ areaIds: number[]; accountName: string }> {
	const [row] = await queryRows<{ areaIds: number[]; accountName: string }>(
		database,
		sql`select member.area_ids as "areaIds", coalesce(account.name, '') as "accountName"
			from team_member member left join account on account.id = member.account_id
			where member.id = ${memberId}`,
	);
	return row ?? { areaIds: [], accountName: '' };
}

/**
 * Says which communes or villages a member looks after, and with which account.
 * @param given not yet parsed, see `AreasInput`.
 * @throws NotFoundError, ForbiddenError, InvalidError
 */
export async function assignAreas(
	database: Database,
	actor: Actor,
	{ teamId, memberId }: { teamId: number; memberId: number },
	given: unknown,
): Promise<void> {
	const { parsed, problems } = parseRows(AreasInput, [given]);
	const [input] = parsed;
	if (!input) throw new InvalidError(problems);
	const { areaIds, accountName } = input;
	await database.transaction(async (transaction) => {
		const { unitId } = await requireKeeper(transaction, actor, teamId);
		const choice = new Set((await readAreaChoice(transaction, unitId)).map(({ id }) => id));
		if (areaIds.some((id) => !choice.has(id)))
			throw new InvalidError([rowProblem(0, 'areaIds', 'otherArea', 'not below the team')]);
		const accountId = accountName === '' ? null : await accountAt(transaction, accountName, unitId);
		const changed = await queryRows(
			transaction,
			sql`update team_member set account_id = ${accountId},
					area_ids = (select coalesce(array_agg(id), '{}') from ${idList(areaIds)} area (id))
				where id = ${memberId} and team_id = ${teamId} returning id`,
		);
		if (changed.length === 0) throw new NotFoundError(`The team has no member ${memberId}.`);
		await writeAudit(transaction, {
			actor,
			action: 'member.assignAreas',
			subject: `team:${teamId}`,
			details: { member: memberId, areas: areaIds, account: accountId },
		});
	});
}

/** An account with a role in the team's unit, above or below it; of others nothing is told. */
async function accountAt(database: Database, name: string, unitId: number): Promise<number> {
	const [found] = await queryRows<{ id: number }>(
		database,
		sql`select id from account where name = ${name} and disabled_at is null and exists (
				select from role_grant where account_id = account.id and unit_id in (
					select id from ${unitsAbove(unitId)} line
					union select id from ${unitsBelow(unitId)} below
				)
			)`,
	);
	if (!found)
		throw new InvalidError([rowProblem(0, 'accountName', 'unknownAccount', 'no such account')]);
	return found.id;
}
