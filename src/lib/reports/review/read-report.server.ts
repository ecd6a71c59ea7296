import { sql } from 'drizzle-orm';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type {
	Explanation,
	Period,
	Qualifier,
	ReportChannel,
	ReportSource,
	RevisionState,
	ValueStatus,
} from '../../contracts/reports';
import { isoInstant } from '../../server/db/instant';
import { queryRows, type Database } from '../../server/db/client';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { readEarlierReports } from '../intake/earlier-reports.server';
import { reportsByItself } from '../intake/context-checks.server';
import { householdSkillsOf } from '../intake/stored-figures.server';
import { readLine } from '../periods/deadline-versions.server';
import { periodByCode } from '../periods/periods.server';
import type { HouseholdSkills } from '../schemas';
import { readTerms, termsOf } from '../periods/terms.server';

export interface RevisionView extends Record<string, unknown> {
	revision: number;
	state: RevisionState;
	submittedBy: string;
	/** ISO instants. */
	receivedAt: string;
	decidedAt: string | null;
	decidedBy: string | null;
	/** Whose role the decider used, if not their own. */
	onBehalfOf: string | null;
	channel: ReportChannel;
	source: ReportSource;
	reason: string | null;
	explanations: Explanation[];
	/** How many villages' reports it was summed up from; 0 where it was entered. */
	rolledUpFrom: number;
	comment: string | null;
	householdSkills: HouseholdSkills;
	values: Record<string, { status: ValueStatus; value: number | null; qualifier: Qualifier }>;
}

export interface ReportView {
	unit: Unit;
	period: Period;
	/** Newest first; empty when nothing was submitted. */
	revisions: RevisionView[];
	/** What was reported last before, to compare with. */
	earlier: {
		period: string;
		householdSkills: Partial<HouseholdSkills>;
		values: Record<string, number>;
	} | null;
	/** When it is due and what it holds; ISO instants, a local day. */
	terms: { due: string; cutOffOn: string | null; locksAt: string | null };
	mayReport: boolean;
	mayDecide: boolean;
}

interface ReportCodes {
	unit: string;
	period: string;
}

/**
 * One report with all its revisions, for those who report, decide or administer at or above it.
 * @throws NotFoundError, ForbiddenError
 */
export async function readReport(
	database: Database,
	actor: Actor,
	codes: ReportCodes,
	now = new Date(),
): Promise<ReportView> {
	const unit = await reportingUnit(database, codes);
	const mayReport = await mayActOn(database, actor, ['reporter', 'administrator'], unit.id);
	const mayDecide = await mayActOn(database, actor, ['approver', 'administrator'], unit.id);
	if (!mayReport && !mayDecide) throw new ForbiddenError('This account may not see that report.');
	const period = await periodByCode(database, codes.period, unit.id);
	const periodTerms = await readTerms(database, [period], now);
	const terms = termsOf(periodTerms, period, unit.level, await readLine(database, unit.id));
	const earlier = await readEarlierReports(database, [{ unitId: unit.id, periodId: period.id }]);
	const before = earlier.get(`${unit.id}:${period.id}`);
	return {
		unit,
		period,
		revisions: await readRevisions(database, { unitId: unit.id, periodId: period.id }),
		earlier: before ? { ...before, values: Object.fromEntries(before.values) } : null,
		terms: {
			due: terms.due.toISOString(),
			cutOffOn: terms.cutOffOn,
			locksAt: terms.locksAt?.toISOString() ?? null,
		},
		mayReport,
		mayDecide,
	};
}

/**
 * A report's revisions for whoever reads it, and for an emulation committee at or above its unit, which looks
 * and does nothing: it opens what was noted about.
 * @throws NotFoundError, ForbiddenError
 */
export async function readRevisionsOf(
	database: Database,
	actor: Actor,
	codes: ReportCodes,
): Promise<Pick<ReportView, 'unit' | 'period' | 'revisions'>> {
	const unit = await reportingUnit(database, codes);
	if (!(await mayActOn(database, actor, ['reporter', 'approver', 'committee'], unit.id)))
		throw new ForbiddenError('This account may not see that report.');
	const period = await periodByCode(database, codes.period, unit.id);
	const revisions = await readRevisions(database, { unitId: unit.id, periodId: period.id });
	return { unit, period, revisions };
}

async function reportingUnit(database: Database, { unit: code, period }: ReportCodes) {
	const { endsOn } = await periodByCode(database, period, null);
	const unit = await unitByCode(database, code, endsOn);
	if (!unit || !reportsByItself(unit.level))
		throw new NotFoundError(`No unit ${code} reports for ${period}.`);
	return unit;
}

function readRevisions(
	database: Database,
	{ unitId, periodId }: { unitId: number; periodId: number },
): Promise<RevisionView[]> {
	return queryRows<RevisionView>(
		database,
		sql`select revision.revision, revision.state, submitter.display_name as "submittedBy",
				${isoInstant(sql`revision.received_at`)} as "receivedAt",
				${isoInstant(sql`revision.decided_at`)} as "decidedAt", decider.display_name as "decidedBy",
				away.display_name as "onBehalfOf",
				(select count(*)::int from roll_up_source source
					where source.report_id = report.id and source.revision = revision.revision) as "rolledUpFrom",
				revision.channel, revision.source, revision.reason, revision.explanations, revision.comment,
				${householdSkillsOf('revision')} as "householdSkills",
				coalesce((select jsonb_object_agg(value.indicator_code, jsonb_build_object(
						'status', value.status, 'value', value.value, 'qualifier', value.qualifier))
					from report_value value where value.report_id = report.id and value.revision = revision.revision), '{}') as values
			from report
			join report_revision revision on revision.report_id = report.id
			join account submitter on submitter.id = revision.submitted_by
			left join account decider on decider.id = revision.decided_by
			left join account away on away.id = revision.on_behalf_of
			where report.unit_id = ${unitId} and report.period_id = ${periodId}
			order by revision.revision desc`,
	);
}
