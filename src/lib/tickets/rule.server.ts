import { sql } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { ticketRule } from '../server/db/schema';
import { ForbiddenError } from '../server/errors';
import { parse } from '../server/parse';
import { TicketRule, usualDays } from './schemas';
import { unitsAbove } from '../server/db/unit-tree';

/** After how many days tickets of a unit rise: as the nearest level says, from the unit upwards. */
export async function risesAfterDays(database: Database, unitId: number): Promise<number> {
	const [rule] = await queryRows<{ days: number }>(
		database,
		sql`select rule.rises_after_days as days
			from ${unitsAbove(unitId)} line join ticket_rule rule on rule.unit_id = line.id
			order by line.depth limit 1`,
	);
	return rule?.days ?? usualDays;
}

export interface SettableRule {
	unitId: number;
	kind: UnitKind;
	name: string;
	risesAfterDays: number;
}

/** The rules that the actor may set: one for each unit that they administer. */
export async function readSettableRules(database: Database, actor: Actor): Promise<SettableRule[]> {
	const unitIds = actor.grants
		.filter(({ role }) => role === 'administrator')
		.map(({ unitId }) => unitId);
	const units = await queryRows<
		Pick<SettableRule, 'unitId' | 'kind' | 'name'> & Record<string, unknown>
	>(
		database,
		sql`select id as "unitId", kind, name from admin_unit
			where id in ${idList(unitIds)} order by id`,
	);
	const rules: SettableRule[] = [];
	for (const unit of units)
		rules.push({ ...unit, risesAfterDays: await risesAfterDays(database, unit.unitId) });
	return rules;
}

/**
 * Sets after how many days tickets of a unit and everything below it rise. Those that wait already
 * keep the number with which they began.
 * @throws InvalidError, ForbiddenError
 */
export async function setTicketRule(
	database: Database,
	actor: Actor,
	input: unknown,
): Promise<void> {
	const rule = parse(TicketRule, input);
	await database.transaction(async (transaction) => {
		if (!(await mayActOn(transaction, actor, ['administrator'], rule.unitId)))
			throw new ForbiddenError('This account may not set that rule.');
		const before = await risesAfterDays(transaction, rule.unitId);
		await transaction
			.insert(ticketRule)
			.values(rule)
			.onConflictDoUpdate({
				target: ticketRule.unitId,
				set: { risesAfterDays: rule.risesAfterDays },
			});
		await writeAudit(transaction, {
			actor,
			action: 'ticket.setRule',
			subject: `unit:${rule.unitId}`,
			details: { before, after: rule.risesAfterDays },
		});
	});
}
