import { measures } from '../../contracts/coverage';
import type { IndicatorGroup } from '../../contracts/indicators';
import { indicatorGroups } from '../../contracts/indicators';
import { vi } from '../../messages/vi';
import { changeText, reachedText, reviewedHouseholds, statedText, type Stated } from './figures';
import { paragraph, widthOf, type OfficialSection } from './frame';
import { appendixHead, gap } from './parts';
import type { PeriodicReport, ReportLine, UnitLine } from './periodic-report';
import { parseSpan, type Span } from './span';
import { ruledTable, type TableColumn, type TableLine } from './tables';
import { groupHeadings, periodNames, unitTitle } from './wording';

/** More columns than these can't be read on a page across; the rest goes into the next table. */
const mostColumns = 7;
/** Millimetres: a number far from its unit's name is hard to follow. */
const widestColumn = 45;
const bases = {
	approved: 'số liệu đã duyệt',
	provisional: 'số liệu tạm tính, gồm cả báo cáo chưa duyệt',
};

/** Two months make too long a name for the line of the title. */
const beforeName = ({ kind }: Span) => (kind === 'custom' ? '\n' : ' ');

/** All numbers of the report beside those of the period before. */
export function byPeriodAppendix(report: PeriodicReport, attachedTo: string): OfficialSection[] {
	const { lines, span, previous, unit } = report;
	if (lines.length === 0) return [];
	const hasPrevious = lines.some((line) => line.previous !== null);
	const hasTarget = lines.some((line) => line.target !== null);
	const width = hasTarget ? 22 : 30;
	const figures: TableColumn[] = [
		{ heading: 'Kỳ này', width, align: 'end' },
		...(hasPrevious
			? [
					{ heading: 'Kỳ trước', width, align: 'end' as const },
					{ heading: 'Tăng, giảm', width: 21, align: 'end' as const },
				]
			: []),
		...(hasTarget
			? [
					{ heading: 'Chỉ tiêu năm', width: 20, align: 'end' as const },
					{ heading: '% so với chỉ tiêu', width: 17, align: 'end' as const },
				]
			: []),
	];
	const unitWidth = figures.length < 4 ? 24 : 18;
	const taken = 10 + unitWidth + figures.reduce((sum, { width }) => sum + width, 0);
	const columns: TableColumn[] = [
		{ heading: 'TT', width: 10, align: 'centre' },
		{ heading: 'Chỉ số', width: widthOf({}) - taken },
		{ heading: 'Đơn vị tính', width: unitWidth, align: 'centre' },
		...figures,
	];
	let number = 0;
	const rows = indicatorGroups.flatMap((group): TableLine[] => {
		const own = lines.filter((line) => line.group === group);
		if (own.length === 0) return [];
		return [
			{ across: groupHeadings[group] },
			...own.map((line) => {
				number += 1;
				return periodRow(line, number, { hasPrevious, hasTarget });
			}),
		];
	});
	return [
		{
			children: [
				...appendixHead('I', `Tổng hợp số liệu${beforeName(span)}${span.name}`, attachedTo),
				ruledTable(columns, rows),
				gap(2),
				paragraph(
					`Ghi chú: ${[
						`${bases[report.basis]} của ${unitTitle(unit)}${takenFrom(report)}${asOf(report)}`,
						...(hasPrevious ? [`kỳ trước là ${previous.name}`] : []),
						...(hasTarget ? ['so với chỉ tiêu tính lũy kế từ đầu năm đến hết kỳ'] : []),
					].join('; ')}.`,
					{ size: 12, italics: true },
				),
			],
		},
	];
}

/** A period of several months is put together from reports, which may not reach to its end yet. */
const takenFrom = ({ span, sources: { periods } }: PeriodicReport): string =>
	span.kind === 'month' || periods.length === 0
		? ''
		: `, tổng hợp từ báo cáo ${periodNames(periods)}`;

function asOf({ householdsAsOf }: PeriodicReport): string {
	if (householdsAsOf === null) return '';
	return `; số hộ lấy theo báo cáo ${parseSpan(householdsAsOf)?.name ?? householdsAsOf}`;
}

function periodRow(
	line: ReportLine,
	number: number,
	{ hasPrevious, hasTarget }: { hasPrevious: boolean; hasTarget: boolean },
): string[] {
	const isShare = line.countingUnit === 'share';
	const text = (stated: Stated | null) => (stated ? statedText(stated, isShare) : '');
	// Households are as many as were reported on: only their shares can be compared.
	const isComparable = line.countingUnit !== 'households';
	const change = isComparable ? changeText(line.value, line.previous, isShare) : '';
	return [
		String(number),
		line.name,
		vi.indicators.countingUnits[line.countingUnit],
		text(line.value),
		...(hasPrevious ? [text(line.previous), change] : []),
		...(hasTarget ? [text(line.target?.value ?? null), reachedText(line.target)] : []),
	];
}

/** What each unit below reported: a table a group, broken into as many as a page is wide. */
export function byUnitAppendix(report: PeriodicReport, attachedTo: string): OfficialSection[] {
	const { below, span } = report;
	const tables = indicatorGroups.flatMap((group) => groupTables(report, group));
	if (below.length === 0 || tables.length === 0) return [];
	return [
		{
			landscape: true,
			children: [
				...appendixHead('II', `Số liệu theo đơn vị${beforeName(span)}${span.name}`, attachedTo),
				...tables,
				...withoutTotal(report),
			],
		},
	];
}

/** Says why a column that several units fill has no sum. */
function withoutTotal({ lines, below }: PeriodicReport) {
	const isWithout = (line: ReportLine) =>
		below.filter((unit) => cellText(unit, line) !== '').length > 1 &&
		columnTotal(below, line) === '';
	if (!lines.some(isWithout)) return [];
	const note =
		'Ghi chú: cột để trống tổng cộng là số nhiều đơn vị cùng thống kê một việc, hoặc số do cấp trên thống kê, nên không cộng vào nhau.';
	return [gap(2), paragraph(note, { size: 12, italics: true })];
}

function groupTables({ lines, below }: PeriodicReport, group: IndicatorGroup) {
	const used = lines.filter(
		(line) => line.group === group && below.some((unit) => cellText(unit, line) !== ''),
	);
	const tables: ReportLine[][] = [];
	for (let from = 0; from < used.length; from += mostColumns)
		tables.push(used.slice(from, from + mostColumns));
	return tables.flatMap((shown, index) => {
		const width = Math.min(widestColumn, (widthOf({ landscape: true }) - 62) / shown.length);
		const listed = below.filter((unit) => shown.some((line) => cellText(unit, line) !== ''));
		const rows = listed.map((unit, row) => [
			String(row + 1),
			unit.name,
			...shown.map((line) => cellText(unit, line)),
		]);
		const sums = shown.map((line) => columnTotal(below, line));
		const isSummed = rows.length > 1 && sums.some((sum) => sum !== '');
		const total = isSummed ? [{ total: 'Tổng cộng', sums }] : [];
		return [
			gap(3),
			paragraph(`${groupHeadings[group]}${index === 0 ? '' : ' (tiếp)'}`, { bold: true }, true),
			ruledTable(
				[
					{ heading: 'TT', width: 12, align: 'centre' },
					{ heading: 'Đơn vị', width: 50 },
					...shown.map((line) => ({
						heading: columnHeading(line, lines),
						width,
						align: 'end' as const,
					})),
				],
				[...rows, ...total],
				{ size: 11 },
			),
		];
	});
}

/** A part is headed by its whole as well, from which a page may part it. */
function columnHeading({ name, partOf }: ReportLine, lines: readonly ReportLine[]): string {
	const part = name.replace(/^–\s*/, '');
	const whole = lines.find(({ code }) => code === partOf);
	return whole ? `${whole.name}, ${part}` : part;
}

const cellText = (unit: UnitLine, line: ReportLine): string => {
	const stated = cellOf(unit, line.code);
	return stated ? statedText(stated, line.countingUnit === 'share') : '';
};

const cellOf = ({ values, households }: UnitLine, code: string): Stated | undefined =>
	values.get(code) ?? householdFigure(households, code);

function householdFigure(households: UnitLine['households'], code: string): Stated | undefined {
	if (code === 'households' && households.size > 0)
		return { value: reviewedHouseholds(households), qualifier: '=' };
	for (const [measure, { able, base }] of households) {
		if (code === `${measure}Households`) return { value: able, qualifier: '=' };
		if (code === `${measure}Share` && base > 0) return { value: able / base, qualifier: '=' };
	}
	return undefined;
}

/**
 * The figure of the whole, where the column makes it up: a level above that counts for itself, or a
 * measure that others know better, is no sum of what stands there, and gets none.
 */
function columnTotal(below: readonly UnitLine[], line: ReportLine): string {
	if (!line.value) return '';
	const isShare = line.countingUnit === 'share';
	const sum = isShare ? sharedSum(below, line.code) : plainSum(below, line.code);
	return sum === line.value.value ? statedText(line.value, isShare) : '';
}

const plainSum = (below: readonly UnitLine[], code: string): number =>
	below.reduce((sum, unit) => sum + (cellOf(unit, code)?.value ?? 0), 0);

function sharedSum(below: readonly UnitLine[], code: string): number | null {
	const measure = measures.find((one) => code === `${one}Share`);
	if (!measure) return null;
	const parts = below.flatMap(({ households }) => households.get(measure) ?? []);
	const base = parts.reduce((sum, part) => sum + part.base, 0);
	return base === 0 ? null : parts.reduce((sum, { able }) => sum + able, 0) / base;
}
