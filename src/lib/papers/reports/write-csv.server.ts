import type { ReportedUnit } from '../../reports/status/reported.server';
import { writeCsv } from '../workbook/csv';
import { columnsFor } from './columns.server';
import { columnKeys, reportRow } from './report-rows.server';
import { formText } from './wording';

/** What the units have reported, as CSV: `Tờ rơi [leaflets]` heads a column, so that it can come back. */
export function writeReportsCsv(period: string, units: readonly ReportedUnit[]): string {
	const columns = columnsFor(units);
	const names = new Map<string, string>([
		...Object.entries(formText.columns),
		...columns.map(({ key, name }) => [key, name] as const),
	]);
	return writeCsv([
		columnKeys(columns).map((key) => `${names.get(key) ?? ''} [${key}]`),
		...units.map((unit) => reportRow(unit, period, columns)),
	]);
}
