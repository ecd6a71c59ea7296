import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import { unitColumns } from '../../admin-units/home.server';
import type { Unit } from '../../contracts/admin-units';
import { addDays, localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { dueAt } from '../../contracts/timeliness';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { adminUnit, periodDueDate, report, reportingPeriod } from '../../server/db/schema';
import { readLine, readVersions, versionInForce } from '../periods/deadline-versions.server';
import { findPeriods } from '../periods/periods.server';
import { readOwnStanding, readStandings } from '../status/standing.server';
import { addCounts, noCounts, type Standing } from '../status/standing';
import type { ReminderRules } from './steps';

/** What is still missing of one period, from a unit and below it. */
export interface Duty {
	scope: Unit;
	period: Period;
	due: Date;
	rules: ReminderRules;
	/** Whether it is about the unit's own report, beside what is asked from below it. */
	isOwn: boolean;
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
		.where(and(among(adminUnit.id, unitIds), validNow(today)))
		.orderBy(adminUnit.code);
	const codes = await readNearPeriods(database, now);
	const versions = await readVersions(database);
	const duties: Duty[] = [];
	for (const scope of units) {
		const line = await readLine(database, scope.id);
		for (const period of (await findPeriods(database, codes, scope.id)).values()) {
			const rules = versionInForce(versions, period.startsOn, line);
			for (const { due, isOwn } of duesOf(scope, period)) {
				if (!isWanted(rules, due)) continue;
				const standings = isOwn
					? await ownStanding(database, scope, period, now)
					: await standingsFor(database, scope, period, now);
				const missing = standings.filter(({ counts }) => counts.missing + counts.pending > 0);
				if (missing.length === 0) continue;
				duties.push({ scope, period, due, rules, isOwn, missing, reports: reportsOf(standings) });
			}
		}
	}
	return duties;
}

/**
 * What is asked of villages, or of communes; apart from it what a district or province reports of itself.
 */
function duesOf(scope: Unit, period: Period): { due: Date; isOwn: boolean }[] {
	if (scope.level === 'village' || scope.level === 'commune')
		return [{ due: new Date(period.due.village), isOwn: false }];
	const own = { due: dueAt(period, scope.level), isOwn: true };
	if (scope.level === 'organisation') return [own];
	return [
		{ due: new Date(period.due.commune), isOwn: false },
		...(scope.level === 'country' ? [] : [own]),
	];
}

function reportsOf(standings: readonly Standing[]): Duty['reports'] {
	const { due, missing, pending } = addCounts(standings.map(({ counts }) => counts));
	return { due, missing: missing + pending };
}

/** Of the unit's own report, as one line of counts. */
async function ownStanding(
	database: Database,
	scope: Unit,
	period: Period,
	now: Date,
): Promise<Standing[]> {
	const standing = await readOwnStanding(database, scope, period, now);
	if (!standing) return [];
	const { own } = standing;
	if (own === null) return [standing];
	return own === 'notRequired' ? [] : [{ ...standing, counts: { ...noCounts, due: 1, [own]: 1 } }];
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

/**
 * Of what is below the unit; of the unit itself where nothing below it has to report, or where a
 * commune's own report came, which is instead of its villages'.
 */
async function standingsFor(
	database: Database,
	scope: Unit,
	period: Period,
	now: Date,
): Promise<Standing[]> {
	const isAlone = scope.level === 'village' || (await hasReported(database, scope, period));
	const below = isAlone ? [] : await readStandings(database, scope, period, now);
	if (below.some(({ counts }) => counts.due > 0) || scope.parentId === null) return below;
	const [parent] = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(sql`${adminUnit.id} = ${scope.parentId}`);
	const beside = parent ? await readStandings(database, parent, period, now) : [];
	return beside.filter(({ id }) => id === scope.id);
}

async function hasReported(database: Database, scope: Unit, period: Period): Promise<boolean> {
	if (scope.level !== 'commune') return false;
	const [own] = await database
		.select({ id: report.id })
		.from(report)
		.where(and(eq(report.unitId, scope.id), eq(report.periodId, period.id)));
	return own !== undefined;
}
