import type { ReportedUnit } from '../../reports/reported.server';
import { leadingColumns, reportColumns, trailingColumns } from './columns.server';
import { figureToCell } from './figure-text';
import { periodToText } from './period-text';
import { kindText } from './wording';

/** Codes of all columns of a form, in order: what readers find their way by. */
export const columnKeys: readonly string[] = [
	...leadingColumns,
	...reportColumns.map(({ key }) => key),
	...trailingColumns,
];

/** One unit's report as a row of cells in the order of `columnKeys`. */
export function reportRow(unit: ReportedUnit, period: string): (string | number | null)[] {
	const { contents } = unit;
	const values = new Map(contents?.values.map((value) => [value.indicator, value]));
	const figures = reportColumns.map(({ key, kind }) => {
		if (kind === 'household')
			return (
				Object.entries(contents?.householdSkills ?? {}).find(([name]) => name === key)?.[1] ?? null
			);
		const value = values.get(key);
		return value ? figureToCell(value) : null;
	});
	return [
		unit.code,
		`${kindText[unit.kind]} ${unit.name}`.trim(),
		unit.parentName,
		periodToText(period),
		...figures,
		contents?.reason ?? null,
	];
}
