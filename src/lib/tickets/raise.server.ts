import { and, eq, ne } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { hasAreas, looksAfter } from '../accounts/access/areas.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { validOn } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { adminUnit, ticket } from '../server/db/schema';
import { ForbiddenError, InvalidError } from '../server/errors';
import { parse } from '../server/parse';
import { risesAfterDays } from './rule.server';
import { NewTicket } from './schemas';

const raisingRoles = ['reporter', 'administrator'] as const;

/** Whether there is any unit for which the actor may raise tickets. */
export const raisesTickets = async (database: Database, actor: Actor): Promise<boolean> =>
	actor.grants.some(({ role }) => raisingRoles.some((raising) => raising === role)) ||
	(await hasAreas(database, actor));

/** Who reports for a unit, or looks after it as a member of a steering team or board above. */
const mayRaise = async (database: Database, actor: Actor, unitId: number, day: string) =>
	(await mayActOn(database, actor, raisingRoles, unitId)) ||
	(await looksAfter(database, actor, unitId, day));

/**
 * Raises a difficulty or proposal; it stands at the level above its unit first.
 * @returns its id.
 * @throws InvalidError, ForbiddenError
 */
export async function raiseTicket(
	database: Database,
	actor: Actor,
	input: unknown,
	now: Date,
): Promise<number> {
	const parsed = parse(NewTicket, input);
	return database.transaction(async (transaction) => {
		if (!(await mayRaise(transaction, actor, parsed.unitId, localDay(now))))
			throw new ForbiddenError('This account raises no tickets for that unit.');
		const [unit] = await transaction
			.select({ id: adminUnit.id })
			.from(adminUnit)
			.where(
				and(
					eq(adminUnit.id, parsed.unitId),
					ne(adminUnit.level, 'country'),
					validOn(localDay(now)),
				),
			);
		if (!unit)
			throw new InvalidError([
				{ field: 'unitId', rule: 'choose', message: 'should be a unit of today' },
			]);
		const [raised] = await transaction
			.insert(ticket)
			.values({
				...parsed,
				state: 'open',
				raisedBy: actor.accountId,
				raisedAt: now,
				waitingSince: now,
				risesAfterDays: await risesAfterDays(transaction, parsed.unitId),
			})
			.returning({ id: ticket.id });
		if (!raised) throw new Error('An insert returns its row.');
		await writeAudit(transaction, {
			actor,
			action: 'ticket.raise',
			subject: `ticket:${raised.id}`,
			details: { unitId: parsed.unitId, kind: parsed.kind, category: parsed.category },
		});
		return raised.id;
	});
}
