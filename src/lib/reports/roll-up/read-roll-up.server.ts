import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { RevisionState } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { readReport, type ReportView } from '../review/read-report.server';
import type { HouseholdSkills, IndicatorValue } from '../schemas';
import { readStandings } from '../status/standing.server';
import { sumUp, type RollUpSum } from './sum';
import { isValidOn } from '../../server/db/unit-tree';

export interface VillageLine {
	code: string;
	kind: UnitKind;
	name: string;
	/** Of the newest revision; null while there is none. */
	state: RevisionState | null;
	/** Whether a report is due from it. */
	required: boolean;
	/** Whether it is part of the sum: a report that was returned isn't. */
	counted: boolean;
}

export interface RollUp {
	report: ReportView;
	villages: VillageLine[];
	/** What the sum lacks: villages that have to report and aren't part of it. */
	missing: VillageLine[];
	sum: RollUpSum;
	/** Which revisions the sum is of: changes when any village's report does. */
	basis: string;
	/** Of the newest revision, if it was summed up: whether the villages say something else by now. */
	outdated: boolean;
}

interface VillageRow extends Record<string, unknown> {
	code: string;
	kind: UnitKind;
	name: string;
	state: RevisionState | null;
	reportId: number | null;
	revision: number | null;
	householdSkills: HouseholdSkills | null;
	values: IndicatorValue[] | null;
}

/**
 * What a commune's villages add up to in a period.
 * @throws NotFoundError for anything but a commune; ForbiddenError for who doesn't report for it.
 */
export async function readRollUp(
	database: Database,
	actor: Actor,
	codes: { unit: string; period: string },
	now: Date,
): Promise<RollUp> {
	const report = await readReport(database, actor, codes, now);
	if (report.unit.level !== 'commune')
		throw new NotFoundError('Only a commune is summed up from villages.');
	if (!report.mayReport) throw new ForbiddenError('This account does not report for the commune.');
	const rows = await readVillages(database, report);
	const standings = await readStandings(database, report.unit, report.period, now);
	const required = new Set(standings.flatMap(({ code, counts }) => (counts.due > 0 ? [code] : [])));
	const basis = basisOf(rows);
	const villages = rows.map(({ code, kind, name, state, revision }) => ({
		code,
		kind,
		name,
		state,
		required: required.has(code),
		counted: revision !== null,
	}));
	return {
		report,
		villages,
		missing: villages.filter(({ required, counted }) => required && !counted),
		sum: sumUp(
			rows.flatMap(({ householdSkills, values, revision }) =>
				revision === null || !householdSkills ? [] : [{ householdSkills, values: values ?? [] }],
			),
		),
		basis,
		outdated: await isOutdated(database, report, basis),
	};
}

const basisOf = (rows: readonly Pick<VillageRow, 'reportId' | 'revision'>[]) =>
	rows
		.flatMap(({ reportId, revision }) => (revision === null ? [] : [`${reportId}:${revision}`]))
		.sort()
		.join(' ');

/** Whether the newest revision was summed up of other revisions than there are now. */
export async function isOutdated(
	database: Database,
	{ unit, period, revisions }: ReportView,
	basis?: string,
): Promise<boolean> {
	if (!revisions[0]?.rolledUpFrom) return false;
	const rows = await queryRows<{ reportId: number; revision: number }>(
		database,
		sql`select source.source_report_id as "reportId", source.source_revision as revision
			from report join roll_up_source source
				on source.report_id = report.id and source.revision = report.latest_revision
			where report.unit_id = ${unit.id} and report.period_id = ${period.id}`,
	);
	return basisOf(rows) !== (basis ?? basisOf(await readVillages(database, { unit, period })));
}

/** The commune's villages on the period's last day, each with its newest revision not returned. */
function readVillages(
	database: Database,
	{ unit, period }: Pick<ReportView, 'unit' | 'period'>,
): Promise<VillageRow[]> {
	return queryRows<VillageRow>(
		database,
		sql`select village.code, village.kind, village.name, latest.state,
				revision.report_id as "reportId", revision.revision,
				jsonb_build_object('households', revision.households, 'skill1', revision.skill_1,
					'skill2', revision.skill_2, 'skill3', revision.skill_3, 'skill4', revision.skill_4,
					'skill5', revision.skill_5, 'allFive', revision.all_five, 'assisted', revision.assisted,
					'vneid', revision.vneid, 'serviceAccount', revision.service_account) as "householdSkills",
				(select jsonb_agg(jsonb_build_object('indicator', value.indicator_code, 'status', value.status,
						'value', value.value, 'qualifier', value.qualifier) order by value.indicator_code)
					from report_value value
					where value.report_id = revision.report_id and value.revision = revision.revision) as values
			from admin_unit village
			left join report on report.unit_id = village.id and report.period_id = ${period.id}
			left join report_revision latest
				on latest.report_id = report.id and latest.revision = report.latest_revision
			left join report_revision revision
				on revision.report_id = report.id and revision.revision = report.provisional_revision
			where village.parent_id = ${unit.id} and village.level = 'village'
				and ${isValidOn('village', period.endsOn)}
			order by village.code`,
	);
}
