import { sql } from 'drizzle-orm';
import type { Actor, Role } from '../../contracts/accounts';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import type { Period } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { householdFields } from '../form/form';
import { householdSkillsOf, indicatorValuesOf } from '../intake/stored-figures.server';
import type { HouseholdSkills, IndicatorValue } from '../schemas';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';

export { householdFields };
export type { HouseholdSkills, IndicatorValue };

/** What one report says, free of who sent it and when. */
export interface ReportContents {
	householdSkills: HouseholdSkills;
	values: IndicatorValue[];
	reason: string | null;
}

/** A reporting unit with what it reported; null while there is nothing, or nothing that stands. */
export interface ReportedUnit {
	id: number;
	code: string;
	kind: UnitKind;
	name: string;
	level: UnitLevel;
	parentName: string;
	/** The newest revision there is, 0 for none. */
	revision: number;
	contents: ReportContents | null;
}

/** Which units: those below the actor's grants of these roles, at these levels, below one of them. */
export interface ReportedScope {
	roles: readonly Role[];
	levels: readonly UnitLevel[];
	/** Only this unit and what is below it; undefined: everything within reach. */
	below: number | undefined;
}

/** What the units in reach have reported for a period, by code: the newest revisions not returned. */
export async function readReported(
	database: Database,
	actor: Actor,
	period: Period,
	{ roles, levels, below }: ReportedScope,
): Promise<ReportedUnit[]> {
	const granted = actor.grants
		.filter(({ role }) => roles.includes(role))
		.map(({ unitId }) => unitId);
	const inScope =
		below === undefined ? sql`true` : sql`unit.id in (select id from ${unitsBelow(below)} line)`;
	const rows = await queryRows<Omit<ReportedUnit, 'contents'> & Record<string, unknown> & Stored>(
		database,
		sql`select unit.id, unit.code, unit.kind, unit.name, unit.level, coalesce(parent.name, '') as "parentName",
			coalesce(report.latest_revision, 0) as revision, revision.report_id is not null as stands,
			revision.reason,
			${householdSkillsOf('revision')} as "householdSkills",
			${indicatorValuesOf('revision')} as values
		from (select distinct id from ${unitsBelow(granted)} below) tree join admin_unit unit on unit.id = tree.id
		left join admin_unit parent on parent.id = unit.parent_id
		left join report on report.unit_id = unit.id and report.period_id = ${period.id}
		left join report_revision revision
			on revision.report_id = report.id and revision.revision = report.provisional_revision
		where unit.level = any(array(select jsonb_array_elements_text(${JSON.stringify(levels)}::jsonb)))
			and ${isValidOn('unit', period.endsOn)}
			and ${inScope}
		order by unit.code`,
	);
	return rows.map(({ stands, householdSkills, values, reason, ...unit }) => ({
		...unit,
		contents: stands ? { householdSkills, values, reason } : null,
	}));
}

interface Stored {
	stands: boolean;
	householdSkills: HouseholdSkills;
	values: IndicatorValue[];
	reason: string | null;
}
