import { and, gte, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import type { Actor } from '../../contracts/accounts';
import type { DueDays, ReportingLevel } from '../../contracts/reports';
import type { Database } from '../../server/db/client';
import { deadlineVersion, reportingPeriod } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { fieldProblem, parseFields } from './parse.server';
import { VersionInput } from './schemas';

/**
 * Adds a version of a unit's rules from a day on. What runs already keeps its deadlines, so the day
 * lies after the beginning of every period that has been made.
 * @throws InvalidError, ForbiddenError
 */
export async function addVersion(database: Database, actor: Actor, given: unknown): Promise<void> {
	const input = parseFields(VersionInput, given);
	const { unitId, validFrom, clause, cutOffDay, returnGraceDays, lockAfterDays, smallestRange } =
		input;
	await database.transaction(async (transaction) => {
		if (!(await mayActOn(transaction, actor, ['administrator'], unitId)))
			throw new ForbiddenError('This account administers another unit.');
		const [begun] = await transaction
			.select({ code: reportingPeriod.code })
			.from(reportingPeriod)
			.where(and(gte(reportingPeriod.startsOn, validFrom), ne(reportingPeriod.kind, 'adHoc')))
			.limit(1);
		if (begun)
			throw fieldProblem('validFrom', 'periodsMade', `${begun.code} has its deadlines already`);
		const added = await transaction
			.insert(deadlineVersion)
			.values({
				unitId,
				validFrom,
				clause,
				dueDays: dueDaysOf(input),
				cutOffDay,
				returnGraceDays,
				lockAfterDays,
				remindDaysBefore: input.remindDaysBefore,
				remindDaysAfter: input.remindDaysAfter,
				escalateAfterDays: input.escalateAfterDays,
				monthsSuffice: input.monthsSuffice,
				registerMarginPercent: input.registerMarginPercent,
				smallestRange,
				createdBy: actor.accountId,
			})
			.onConflictDoNothing()
			.returning({ id: deadlineVersion.id });
		if (added.length === 0)
			throw fieldProblem('validFrom', 'versionExists', 'there is a version from that day');
		await writeAudit(transaction, {
			actor,
			action: 'deadlines.add',
			subject: `unit:${unitId}`,
			details: { version: added[0]?.id, validFrom, clause, lockAfterDays, smallestRange },
		});
	});
}

function dueDaysOf(input: unknown): DueDays {
	const days = v.parse(v.record(v.string(), v.unknown()), input);
	const of = (kind: keyof DueDays) => {
		const day = (level: ReportingLevel) =>
			v.parse(v.nullable(v.number()), days[`due.${kind}.${level}`]);
		return {
			village: day('village'),
			commune: day('commune'),
			district: day('district'),
			province: day('province'),
		};
	};
	return { month: of('month'), quarter: of('quarter'), year: of('year') };
}
