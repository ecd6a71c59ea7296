import { writeAudit } from '../../accounts/audit/audit.server';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import type { Actor } from '../../contracts/accounts';
import { reportingLevels } from '../../contracts/reports';
import type { Database } from '../../server/db/client';
import { periodDueDate, reportingPeriod } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { readRulesInForce } from '../periods/deadline-versions.server';
import { parseMoment } from '../../contracts/local-time';
import { fieldProblem, parseFields } from './parse.server';
import { AdHocInput } from './schemas';

/**
 * Asks the units below one for a report of its own, with one deadline for all levels.
 * @throws InvalidError, ForbiddenError
 */
export async function addAdHoc(database: Database, actor: Actor, given: unknown): Promise<void> {
	const { unitId, code, title, startsOn, endsOn, ...input } = parseFields(AdHocInput, given);
	const due = parseMoment(input.due);
	if (!due) throw fieldProblem('due', 'schema.regex', 'must be a date and time');
	await database.transaction(async (transaction) => {
		if (!(await mayActOn(transaction, actor, ['administrator'], unitId)))
			throw new ForbiddenError('This account administers another unit.');
		const [made] = await transaction
			.insert(reportingPeriod)
			.values({ code, kind: 'adHoc', startsOn, endsOn, title, unitId })
			.onConflictDoNothing()
			.returning({ id: reportingPeriod.id });
		if (!made) throw fieldProblem('code', 'codeTaken', 'is the code of another period');
		const version = await readRulesInForce(transaction, unitId, startsOn);
		await transaction.insert(periodDueDate).values(
			reportingLevels.map((level) => ({
				periodId: made.id,
				level,
				dueAt: due,
				cutOffOn: endsOn,
				versionId: version.id,
			})),
		);
		await writeAudit(transaction, {
			actor,
			action: 'period.add',
			subject: `period:${code}`,
			details: { unitId, startsOn, endsOn, due: due.toISOString() },
		});
	});
}
