import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportContents, ReportedUnit } from '../../reports/status/reported.server';
import { readGrids } from '../workbook/read-grids.server';
import { columnsFor, figureColumns } from './columns.server';
import { readRows } from './read-rows.server';
import { writeReportsCsv } from './write-csv.server';
import { writeForm } from './write-form.server';

const count = fc.nat({ max: 100_000_000 });
const value = (indicator: string) =>
	fc.oneof(
		fc.constant(null),
		fc.record({
			indicator: fc.constant(indicator),
			status: fc.constant('value' as const),
			value: count,
			qualifier: fc.constantFrom('=' as const, '>' as const, '~' as const),
		}),
		fc.record({
			indicator: fc.constant(indicator),
			status: fc.constantFrom('notAvailable' as const, 'notApplicable' as const),
			value: fc.constant(null),
			qualifier: fc.constant('=' as const),
		}),
	);
const enterprise = { kind: 'doanhNghiep', level: 'organisation' } as const;
const enterpriseColumns = columnsFor([enterprise]);
const codesOf = (columns: ReturnType<typeof columnsFor>) =>
	columns.flatMap(({ kind, key }) => (kind === 'indicator' ? [key] : []));
const text = fc.string({ unit: 'grapheme', minLength: 5 }).map((given) => given.trim());

const households = fc.record({
	households: fc.option(count),
	skill1: fc.option(count),
	skill2: fc.option(count),
	skill3: fc.option(count),
	skill4: fc.option(count),
	skill5: fc.option(count),
	allFive: fc.option(count),
	assisted: fc.option(count),
	vneid: fc.option(count),
	serviceAccount: fc.option(count),
});
const noHouseholds = fc.constant<ReportContents['householdSkills']>({
	households: null,
	skill1: null,
	skill2: null,
	skill3: null,
	skill4: null,
	skill5: null,
	allFive: null,
	assisted: null,
	vneid: null,
	serviceAccount: null,
});
const contents = (
	householdSkills: fc.Arbitrary<ReportContents['householdSkills']>,
	columns: ReturnType<typeof columnsFor>,
): fc.Arbitrary<ReportContents> =>
	fc.record({
		householdSkills,
		values: fc
			.tuple(...codesOf(columns).map(value))
			.map((values) => values.flatMap((given) => (given === null ? [] : [given]))),
		// Lines end as XML and CSV both keep them, and no file keeps control characters.
		reason: fc.oneof(
			fc.constant(null),
			text.filter((given) => given !== '' && !/\p{Cc}|\p{Cn}|\p{Cs}/u.test(given)),
			fc.constantFrom('=1+1 là lý do', '-do chuyển đi', "'=đã có dấu", '; , " dòng\nhai'),
		),
	});
const unitsOf = (
	about: Pick<ReportedUnit, 'kind' | 'level'>,
	reported: fc.Arbitrary<ReportContents>,
): fc.Arbitrary<ReportedUnit[]> =>
	fc.array(reported, { minLength: 1, maxLength: 4 }).map((reports) =>
		reports.map((report, index) => ({
			...about,
			id: index,
			code: `0729${index}`,
			name: `=Xã ${index}`,
			parentName: '-Tỉnh',
			revision: 1,
			contents: report,
		})),
	);
const units = fc.oneof(
	unitsOf({ kind: 'xa', level: 'commune' }, contents(households, columnsFor([]))),
	unitsOf(enterprise, contents(noHouseholds, enterpriseColumns)),
);
const periods = fc.constantFrom(
	'2026-10',
	'2026-02',
	'2026-Q4',
	'2025-Q1',
	'2026',
	'BAO-LU-3',
	'MAR-26',
);

/** What an import of the export should hold: reports without a figure are none. */
function expectedInputs(reported: readonly ReportedUnit[], period: string) {
	return reported.flatMap(({ code, contents: report }) => {
		if (!report) return [];
		const skills = Object.entries(report.householdSkills).filter(([, number]) => number !== null);
		if (skills.length === 0 && report.values.length === 0) return [];
		return [
			{
				unit: code,
				period,
				...(skills.length > 0 ? { householdSkills: Object.fromEntries(skills) } : {}),
				values: report.values,
				...(report.reason === null ? {} : { reason: report.reason }),
			},
		];
	});
}

const hasFigures = (reported: readonly ReportedUnit[]) =>
	expectedInputs(reported, '2026-10').length > 0;

describe('files of reports', () => {
	it(
		'give back exactly what was exported, as a workbook',
		() =>
			fc.assert(
				fc.asyncProperty(units.filter(hasFigures), periods, async (reported, period) => {
					const rows = readRows(
						await readGrids(await writeForm({ code: period, title: null }, reported)),
						figureColumns,
					);
					expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
					expect(rows.map(({ input }) => input)).toEqual(expectedInputs(reported, period));
				}),
				{ numRuns: 25 },
			),
		60_000,
	);

	it(
		'give back exactly what was exported, as CSV',
		() =>
			fc.assert(
				fc.asyncProperty(units.filter(hasFigures), periods, async (reported, period) => {
					const csv = new TextEncoder().encode(writeReportsCsv(period, reported));
					const rows = readRows(await readGrids(csv), figureColumns);
					expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
					expect(rows.map(({ input }) => input)).toEqual(expectedInputs(reported, period));
				}),
				{ numRuns: 100 },
			),
		60_000,
	);
});
