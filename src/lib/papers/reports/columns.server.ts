import type { UnitLevel } from '../../contracts/admin-units';
import type { CountingUnit, IndicatorGroup } from '../../contracts/indicators';
import { everyIndicator, reportableIndicators } from '../../indicators/reportable.server';
import { enterpriseCodes } from '../../indicators/rules.server';
import { householdFields } from '../../reports/reported.server';
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

/** The figures of every report that a village or commune makes, in the catalogue's order, households first. */
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

const enterpriseColumns = reportColumns.filter(
	({ kind, key }) => kind === 'indicator' && enterpriseCodes.has(key),
);

/** The figures that these units are asked for: enterprises have few of their own, and files apart. */
export const columnsFor = (units: readonly { level: UnitLevel }[]): readonly ReportColumn[] =>
	units.length > 0 && units.every(({ level }) => level === 'enterprise')
		? enterpriseColumns
		: reportColumns;

/** What stands before and after the figures in each row. */
export const leadingColumns = ['unit', 'unitName', 'parentName', 'period'] as const;
export const trailingColumns = ['reason'] as const;
