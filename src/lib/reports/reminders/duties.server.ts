import { and, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { unitColumns } from '../../admin-units/home.server';
import type { Unit } from '../../contracts/admin-units';
import { addDays, localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import type { Database } from '../../server/db/client';
import { adminUnit, periodDueDate, reportingPeriod } from '../../server/db/schema';
import { readLine, readVersions, versionInForce } from '../deadline-versions.server';
import { findPeriods } from '../periods.server';
import { readStandings } from '../standing.server';
import type { Standing } from '../standing';
import type { ReminderRules } from './steps';

/** What is still missing of one period, from a unit and below it. */
export interface Duty {
	scope: Unit;
	period: Period;
	due: Date;
	rules: ReminderRules;
	/** Units right below, or the unit itself, from which something is missing; never empty. */
	missing: Standing[];
	/** Reports that are due in all, and those that haven't come. */
	reports: { due: number; missing: number };
}

/** A deadline is spoken of this many days before it at most, and after it. */
const daysAhead = 15;
const daysBehind = 25;

/** What is missing for each of these units, of the periods whose deadlines are near. */
export async function readDuties(
	database: Database,
	unitIds: readonly number[],
	now: Date,
	isWanted: (rules: ReminderRules, due: Date) => boolean,
): Promise<Duty[]> {
	if (unitIds.length === 0) return [];
	const today = localDay(now);
	const units = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(and(inArray(adminUnit.id, [...unitIds]), validNow(today)))
		.orderBy(adminUnit.code);
	const codes = await readNearPeriods(database, now);
	const versions = await readVersions(database);
	const duties: Duty[] = [];
	for (const scope of units) {
		const line = await readLine(database, scope.id);
		for (const period of (await findPeriods(database, codes, scope.id)).values()) {
			const rules = versionInForce(versions, period.startsOn, line);
			const isLow = scope.level === 'village' || scope.level === 'commune';
			const due = new Date(isLow ? period.due.village : period.due.commune);
			if (!isWanted(rules, due)) continue;
			const standings = await standingsFor(database, scope, period, now);
			const missing = standings.filter(({ counts }) => counts.missing + counts.pending > 0);
			if (missing.length === 0) continue;
			const sum = (pick: (standing: Standing) => number) =>
				standings.reduce((total, standing) => total + pick(standing), 0);
			duties.push({
				scope,
				period,
				due,
				rules,
				missing,
				reports: {
					due: sum(({ counts }) => counts.due),
					missing: sum(({ counts }) => counts.missing + counts.pending),
				},
			});
		}
	}
	return duties;
}

const validNow = (today: string) =>
	sql`${adminUnit.validFrom} <= ${today} and (${adminUnit.validTo} is null or ${adminUnit.validTo} > ${today})`;

async function readNearPeriods(database: Database, now: Date): Promise<string[]> {
	const from = new Date(`${addDays(localDay(now), -daysBehind)}T00:00:00Z`);
	const to = new Date(`${addDays(localDay(now), daysAhead)}T00:00:00Z`);
	const rows = await database
		.selectDistinct({ code: reportingPeriod.code, startsOn: reportingPeriod.startsOn })
		.from(reportingPeriod)
		.innerJoin(
			periodDueDate,
			and(sql`${periodDueDate.periodId} = ${reportingPeriod.id}`, isNull(periodDueDate.unitId)),
		)
		.where(and(gte(periodDueDate.dueAt, from), lte(periodDueDate.dueAt, to)))
		.orderBy(reportingPeriod.startsOn, reportingPeriod.code);
	return rows.map(({ code }) => code);
}

/** Of what is below the unit; of the unit itself where nothing below it has to report. */
async function standingsFor(
	database: Database,
	scope: Unit,
	period: Period,
	now: Date,
): Promise<Standing[]> {
	const below = scope.level === 'village' ? [] : await readStandings(database, scope, period, now);
	if (below.some(({ counts }) => counts.due > 0) || scope.parentId === null) return below;
	const [parent] = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(sql`${adminUnit.id} = ${scope.parentId}`);
	const beside = parent ? await readStandings(database, parent, period, now) : [];
	return beside.filter(({ id }) => id === scope.id);
}
