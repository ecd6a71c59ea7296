import type { ReportedUnit } from '../../reports/status/reported.server';
import { leadingColumns, trailingColumns, type ReportColumn } from './columns.server';
import { figureToCell } from './figure-text';
import { periodToText } from './period-text';
import { kindText } from './wording';

type Columns = readonly Pick<ReportColumn, 'key' | 'kind'>[];

/** Codes of all columns of a form, in order: what readers find their way by. */
export const columnKeys = (columns: Columns): string[] => [
	...leadingColumns,
	...columns.map(({ key }) => key),
	...trailingColumns,
];

/** One unit's report as a row of cells in the order of `columnKeys`. */
export function reportRow(
	unit: ReportedUnit,
	period: string,
	columns: Columns,
): (string | number | null)[] {
	const { contents } = unit;
	const skills = new Map(Object.entries(contents?.householdSkills ?? {}));
	const values = new Map(contents?.values.map((value) => [value.indicator, value]));
	const figures = columns.map(({ key, kind }) => {
		if (kind === 'household') return skills.get(key) ?? null;
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
