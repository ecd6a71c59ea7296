import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import type { Timeliness } from '../../contracts/reports';

/** How many of the reports that are due have come, and how. */
export interface Counts {
	due: number;
	onTime: number;
	late: number;
	missing: number;
	/** Not here yet, while there is still time. */
	pending: number;
}

/** One line: a unit with the reports that are due from it and below it. */
export interface Standing {
	id: number;
	code: string;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
	counts: Counts;
	/** Where the unit itself stands; above communes the worst that holds below. */
	timeliness: Timeliness;
	/** Of what a district or province did itself; null for whoever is part of the counts. */
	own: Timeliness | null;
	/** ISO instant at which the unit's own report came, if it has one. */
	ownReceivedAt: string | null;
}

/** Whether such a unit reports of itself alone. */
export const hasNoneBelow = ({ level }: { level: UnitLevel }): boolean =>
	level === 'village' || level === 'organisation';

export const standingFilters = ['all', 'incomplete', 'late', 'complete'] as const;
export type StandingFilter = (typeof standingFilters)[number];

export const noCounts: Counts = { due: 0, onTime: 0, late: 0, missing: 0, pending: 0 };

export function addCounts(all: readonly Counts[]): Counts {
	return all.reduce(
		(sum, counts) => ({
			due: sum.due + counts.due,
			onTime: sum.onTime + counts.onTime,
			late: sum.late + counts.late,
			missing: sum.missing + counts.missing,
			pending: sum.pending + counts.pending,
		}),
		noCounts,
	);
}

/** Received of due, 0–1; null where nothing is due. */
export function completeness({ due, onTime, late }: Counts): number | null {
	return due === 0 ? null : (onTime + late) / due;
}

/** Received on time of due, 0–1; null where nothing is due. */
export function punctuality({ due, onTime }: Counts): number | null {
	return due === 0 ? null : onTime / due;
}

/** One word for several reports: the worst that holds of it. */
export function timelinessOfCounts(counts: Counts): Timeliness {
	if (counts.due === 0) return 'notRequired';
	if (counts.missing > 0) return 'missing';
	if (counts.pending > 0) return 'pending';
	return counts.late > 0 ? 'late' : 'onTime';
}

/** Whether something is still to come from the unit or from below it. */
export const isIncomplete = ({ counts, own }: Pick<Standing, 'counts' | 'own'>): boolean =>
	counts.missing + counts.pending > 0 || own === 'missing' || own === 'pending';

/** Lines that the filter asks for, in their order. */
export function filterStandings<Line extends Standing>(
	lines: readonly Line[],
	filter: StandingFilter,
): Line[] {
	return lines.filter((line) => {
		const { counts, own } = line;
		switch (filter) {
			case 'all':
				return true;
			case 'incomplete':
				return isIncomplete(line);
			case 'late':
				return counts.late > 0 || own === 'late';
			case 'complete':
				return counts.due > 0 && !isIncomplete(line);
		}
	});
}
