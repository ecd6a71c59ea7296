import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { adminUnit, compositionRule } from '../../server/db/schema';
import { ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { RuleInput } from '../composition';
import { Day } from '../days';
import { parseRows } from '../parse-rows';

/**
 * Adds one version of a rule.
 * @throws InvalidError, ForbiddenError
 */
export async function addRule(database: Database, actor: Actor, input: unknown): Promise<number> {
	const { parsed, problems } = parseRows(RuleInput, [input]);
	const [rule] = parsed;
	if (!rule) throw new InvalidError(problems);
	return database.transaction(async (transaction) => {
		await requireAdministrator(transaction, actor, rule.unitId);
		const [added] = await transaction
			.insert(compositionRule)
			.values(rule)
			.returning({ id: compositionRule.id });
		if (!added) throw new Error('An insert returns its row.');
		await writeAudit(transaction, {
			actor,
			action: 'rule.add',
			subject: `compositionRule:${added.id}`,
			details: rule,
		});
		return added.id;
	});
}

/**
 * From the day on the rule binds nobody any more; what it bound before stays bound.
 * @throws InvalidError when the day lies before its first or the rule is closed already.
 */
export async function closeRule(
	database: Database,
	actor: Actor,
	id: number,
	day: string,
): Promise<void> {
	const closedOn = v.safeParse(Day, day);
	if (!closedOn.success)
		throw new InvalidError([{ field: 'validTo', rule: 'day', message: 'must be a day' }]);
	await database.transaction(async (transaction) => {
		const open = and(eq(compositionRule.id, id), isNull(compositionRule.validTo));
		const [rule] = await transaction.select().from(compositionRule).where(open).for('update');
		if (!rule || !(await administers(transaction, actor, rule.unitId)))
			throw new NotFoundError(`There is no open rule ${id}.`);
		if (closedOn.output < rule.validFrom)
			throw new InvalidError([
				{ field: 'validTo', rule: 'beforeFrom', message: `begins on ${rule.validFrom}` },
			]);
		await transaction.update(compositionRule).set({ validTo: closedOn.output }).where(open);
		await writeAudit(transaction, {
			actor,
			action: 'rule.close',
			subject: `compositionRule:${id}`,
			details: { validTo: closedOn.output },
		});
	});
}

/** @throws ForbiddenError */
async function requireAdministrator(
	database: Database,
	actor: Actor,
	unitId: number | null,
): Promise<void> {
	if (!(await administers(database, actor, unitId)))
		throw new ForbiddenError('The account does not administer the unit.');
}

/** A rule for everywhere is for the administrator of the country. */
async function administers(
	database: Database,
	actor: Actor,
	unitId: number | null,
): Promise<boolean> {
	const [country] =
		unitId === null
			? await database
					.select({ id: adminUnit.id })
					.from(adminUnit)
					.where(and(eq(adminUnit.level, 'country'), isNull(adminUnit.validTo)))
			: [];
	return mayActOn(database, actor, ['administrator'], unitId ?? country?.id ?? 0);
}
