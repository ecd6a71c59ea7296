import { writeAudit } from '../../accounts/audit/audit.server';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { localDay, parseMoment } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { deadlineException } from '../../server/db/schema';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { parsePeriod } from '../periods/deadlines';
import { unitKey } from '../intake/intake-context.server';
import { ensurePeriods, findPeriods } from '../periods/periods.server';
import { fieldProblem, parseFields } from './parse.server';
import { ExceptionInput } from './schemas';

/**
 * Lets a unit and those below it report on a closed period until an instant.
 * @throws InvalidError, ForbiddenError
 */
export async function addException(
	database: Database,
	actor: Actor,
	given: unknown,
	now: Date,
): Promise<void> {
	const input = parseFields(ExceptionInput, given);
	const until = parseMoment(input.until);
	if (!until || until <= now) throw fieldProblem('until', 'past', 'must lie in the future');
	await database.transaction(async (transaction) => {
		const period = await findBegun(transaction, input.period, now);
		const unit = await unitByCode(transaction, input.unit, period.endsOn);
		if (!unit) throw fieldProblem('unit', 'unknownUnit', 'there is no such unit then');
		if (!(await mayActOn(transaction, actor, ['administrator'], unit.id)))
			throw new ForbiddenError('This account administers another unit.');
		await transaction.insert(deadlineException).values({
			unitId: unit.id,
			periodId: period.id,
			until,
			reason: input.reason,
			createdBy: actor.accountId,
		});
		await writeAudit(transaction, {
			actor,
			action: 'deadlines.except',
			subject: unitKey(unit.code, period.code),
			details: { until: until.toISOString() },
		});
	});
}

/** Makes a regular period that has begun, if nobody has yet. */
async function findBegun(database: Database, code: string, now: Date) {
	const span = parsePeriod(code);
	if (span && span.startsOn > localDay(now))
		throw fieldProblem('period', 'periodNotBegun', 'has not begun');
	try {
		const periods = span
			? await ensurePeriods(database, [code])
			: await findPeriods(database, [code], null);
		const period = periods.get(code);
		if (period) return period;
	} catch (error) {
		if (!(error instanceof NotFoundError)) throw error;
	}
	throw fieldProblem('period', 'unknownPeriod', 'is no period');
}
