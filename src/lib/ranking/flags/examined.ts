import type { ExaminedReport, FlagCase } from '../../contracts/award-flags';

export const shareOf = ({ able, households }: ExaminedReport): number | null =>
	able === null || !households ? null : able / households;

/** Reports that follow one another, each with the one before. */
export const pairs = (reports: readonly ExaminedReport[]): [ExaminedReport, ExaminedReport][] =>
	reports.slice(1).flatMap((report, index): [ExaminedReport, ExaminedReport][] => {
		const before = reports[index];
		return before ? [[before, report]] : [];
	});

export const caseOf = (
	reports: readonly ExaminedReport[],
	evidence: Record<string, number>,
): FlagCase => ({ reportIds: reports.map(({ reportId }) => reportId), evidence });
