import type { ExaminedReport, FlagCase } from '../../contracts/awards/flags';
import { addMonths } from '../../contracts/local-time';

export const shareOf = ({ able, households }: ExaminedReport): number | null =>
	able === null || !households ? null : able / households;

/** Reports that follow one another, each with the one before. */
export const pairs = (reports: readonly ExaminedReport[]): [ExaminedReport, ExaminedReport][] =>
	reports.slice(1).flatMap((report, index): [ExaminedReport, ExaminedReport][] => {
		const before = reports[index];
		return before ? [[before, report]] : [];
	});

/** Those of two months that follow one another: what a unit gained in a month that it left out is no jump. */
export const neighbours = (
	reports: readonly ExaminedReport[],
): [ExaminedReport, ExaminedReport][] =>
	pairs(reports).filter(([before, report]) => addMonths(before.month, 1) === report.month);

export const caseOf = (
	reports: readonly ExaminedReport[],
	evidence: Record<string, number>,
): FlagCase => ({ reportIds: reports.map(({ reportId }) => reportId), evidence });
