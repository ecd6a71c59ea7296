import type { CountingUnit, IndicatorGroup } from '../../contracts/indicators';
import { formKindOf, hasHouseholds } from '../../contracts/reports';
import { everyIndicator, reportableIndicators } from '../../indicators/reportable.server';
import { codesOfForm } from '../../indicators/rules.server';
import { householdFields, type ReportedUnit } from '../../reports/status/reported.server';
import { countingUnitText, groupText } from './wording';

/** One figure of a report as a column of a file. */
export interface ReportColumn {
	/** What the file's row of codes holds: `allFive`, `leaflets`. */
	key: string;
	/** Where it goes in a report: `householdSkills.allFive`, `values.leaflets`. */
	field: string;
	kind: 'household' | 'indicator';
	group: IndicatorGroup;
	groupName: string;
	name: string;
	countingUnit: CountingUnit;
	countingUnitName: string;
	definition: string;
}

/** `households` stands in the catalogue by that name, all other household fields as `…Households`. */
const householdIndicator = (field: string) =>
	everyIndicator.find(({ code }) => code === field || code === `${field}Households`);

/** Every figure of any report, in the catalogue's order, households first. */
export const reportColumns: readonly ReportColumn[] = [
	...householdFields.flatMap((field) => {
		const indicator = householdIndicator(field);
		return indicator ? [{ key: field, kind: 'household' as const, indicator }] : [];
	}),
	...reportableIndicators.map((indicator) => ({
		key: indicator.code,
		kind: 'indicator' as const,
		indicator,
	})),
].map(({ key, kind, indicator }) => ({
	key,
	kind,
	field: `${kind === 'household' ? 'householdSkills' : 'values'}.${key}`,
	group: indicator.group,
	groupName: groupText[indicator.group],
	name: indicator.name.vi,
	countingUnit: indicator.countingUnit,
	countingUnitName: countingUnitText[indicator.countingUnit],
	definition: indicator.definition.vi,
}));

/** What a reader of files has to know of them: plain data, for a worker. */
export const figureColumns = reportColumns.map(({ key, field, kind }) => ({ key, field, kind }));

type Reporter = Pick<ReportedUnit, 'level' | 'kind'>;

/** Whether the form of a unit asks for the figure. */
export const isAskedFor = ({ kind, key }: ReportColumn, unit: Reporter): boolean =>
	kind === 'household' ? hasHouseholds(unit.level) : codesOfForm(formKindOf(unit)).has(key);

/** The figures that at least one of these units is asked for or has reported; without any, those of communes. */
export function columnsFor(
	units: readonly (Reporter & Partial<Pick<ReportedUnit, 'contents'>>)[],
): readonly ReportColumn[] {
	const reporters: Reporter[] =
		units.length === 0
			? [{ level: 'commune', kind: 'xa' }]
			: [...new Map(units.map((unit) => [formKindOf(unit), unit])).values()];
	const reported = new Set(
		units.flatMap(({ contents }) => contents?.values.map(({ indicator }) => indicator) ?? []),
	);
	return reportColumns.filter(
		(column) => reported.has(column.key) || reporters.some((unit) => isAskedFor(column, unit)),
	);
}

/** What stands before and after the figures in each row. */
export const leadingColumns = ['unit', 'unitName', 'parentName', 'period'] as const;
export const trailingColumns = ['reason'] as const;
