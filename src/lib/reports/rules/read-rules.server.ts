import { and, desc, eq, isNull, or } from 'drizzle-orm';
import { reach } from '../../accounts/access/reach.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import {
	adminUnit,
	deadlineException,
	deadlineVersion,
	reportingPeriod,
} from '../../server/db/schema';
import { readRulesInForce } from '../periods/deadline-versions.server';

const unitShown = { code: adminUnit.code, kind: adminUnit.kind, name: adminUnit.name };

/** What an administrator sees of the rules: the country's and those of the units within reach. */
export async function readRules(database: Database, actor: Actor, now: Date) {
	const administered = actor.grants.filter(({ role }) => role === 'administrator');
	const ids = administered.map(({ unitId }) => unitId);
	const reached = await reach(database, actor, 'administrator');
	const units = await database
		.select({ id: adminUnit.id, ...unitShown })
		.from(adminUnit)
		.where(among(adminUnit.id, ids))
		.orderBy(adminUnit.code);
	const versions = await database
		.select({ version: deadlineVersion, unit: unitShown })
		.from(deadlineVersion)
		.leftJoin(adminUnit, eq(adminUnit.id, deadlineVersion.unitId))
		.where(or(isNull(deadlineVersion.unitId), among(deadlineVersion.unitId, reached)))
		.orderBy(desc(deadlineVersion.validFrom), desc(deadlineVersion.id));
	const exceptions = await database
		.select({
			id: deadlineException.id,
			unit: unitShown,
			period: reportingPeriod.code,
			until: deadlineException.until,
			reason: deadlineException.reason,
		})
		.from(deadlineException)
		.innerJoin(adminUnit, eq(adminUnit.id, deadlineException.unitId))
		.innerJoin(reportingPeriod, eq(reportingPeriod.id, deadlineException.periodId))
		.where(among(deadlineException.unitId, reached))
		.orderBy(desc(deadlineException.id))
		.limit(50);
	const adHoc = await database
		.select({
			code: reportingPeriod.code,
			title: reportingPeriod.title,
			startsOn: reportingPeriod.startsOn,
			endsOn: reportingPeriod.endsOn,
			unit: unitShown,
		})
		.from(reportingPeriod)
		.innerJoin(adminUnit, eq(adminUnit.id, reportingPeriod.unitId))
		.where(and(eq(reportingPeriod.kind, 'adHoc'), among(reportingPeriod.unitId, reached)))
		.orderBy(desc(reportingPeriod.startsOn), desc(reportingPeriod.id))
		.limit(50);
	return {
		units,
		/** What a new version starts from. */
		inForce: await readRulesInForce(database, ids[0], localDay(now)),
		versions: versions.map(({ version, unit }) => ({ ...version, unit })),
		exceptions: exceptions.map((exception) => ({ ...exception, open: exception.until > now })),
		adHoc,
	};
}
