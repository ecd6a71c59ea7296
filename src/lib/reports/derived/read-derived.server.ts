import { sql } from 'drizzle-orm';
import { unitByCode } from '../../admin-units/home.server';
import { addMonths } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { reportableIndicators } from '../../indicators/reportable.server';
import { queryRows, type Database } from '../../server/db/client';
import { householdSkillsOf, indicatorValuesOf } from '../intake/stored-figures.server';
import { periodByCode } from '../periods/periods.server';
import { deriveFromMonths, type Derived, type MonthFigures } from './derive';

const latestCodes = new Set(
	reportableIndicators.filter(({ timeRule }) => timeRule === 'latestValue').map(({ code }) => code),
);

/** What the approved months of a unit say of a longer period; null where there is nothing to derive. */
export async function readDerived(
	database: Database,
	unitId: number,
	{ kind, startsOn, endsOn }: Pick<Period, 'kind' | 'startsOn' | 'endsOn'>,
): Promise<Derived | null> {
	if (kind === 'month' || kind === 'adHoc') return null;
	const months = await queryRows<MonthFigures & Record<string, unknown>>(
		database,
		sql`select period.code as month, ${householdSkillsOf('revision')} as "householdSkills",
				${indicatorValuesOf('revision')} as values
			from reporting_period period
			join report on report.period_id = period.id and report.unit_id = ${unitId}
			join report_revision revision on revision.report_id = report.id
				and revision.revision = report.approved_revision
			where period.kind = 'month' and period.unit_id is null
				and period.starts_on >= ${startsOn} and period.ends_on <= ${endsOn}
			order by period.starts_on`,
	);
	return deriveFromMonths(months, monthsOf(startsOn, endsOn), (code) => !latestCodes.has(code));
}

/** The same for a report by its codes, whether or not there are such. */
export async function derivedOf(
	database: Database,
	codes: { unit: string; period: string },
): Promise<Derived | null> {
	const period = await periodByCode(database, codes.period, null);
	const unit = await unitByCode(database, codes.unit, period.endsOn);
	return unit ? readDerived(database, unit.id, period) : null;
}

function monthsOf(startsOn: string, endsOn: string): string[] {
	const months: string[] = [];
	for (let month = startsOn.slice(0, 7); month <= endsOn.slice(0, 7); month = addMonths(month, 1))
		months.push(month);
	return months;
}
