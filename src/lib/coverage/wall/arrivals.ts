import type { Arrival } from '../../contracts/wall';

/** One report with its revisions, as stored; instants in milliseconds. */
export interface ReceivedReport {
	unitId: number;
	own: boolean;
	onTime: boolean;
	/** `returnedAt` is null for a revision that was not sent back. */
	revisions: { receivedAt: number; returnedAt: number | null }[];
}

/**
 * When reports came and were sent back, oldest first, up to an instant: a report is there while one of
 * its revisions stands, as in coverage.
 */
export function arrivalsOf(reports: readonly ReceivedReport[], until: number): Arrival[] {
	return reports
		.flatMap(({ unitId, own, onTime, revisions }) => {
			const stands = (at: number) =>
				revisions.some(
					({ receivedAt, returnedAt }) =>
						receivedAt <= at && (returnedAt === null || returnedAt > at),
				);
			const moments = new Set(
				revisions.flatMap(({ receivedAt, returnedAt }) => [receivedAt, returnedAt ?? receivedAt]),
			);
			const arrivals: Arrival[] = [];
			let stood = false;
			for (const at of [...moments].sort((one, other) => one - other)) {
				if (at > until || stands(at) === stood) continue;
				stood = !stood;
				arrivals.push({ at, unitId, own, change: stood ? 1 : -1, onTime });
			}
			return arrivals;
		})
		.sort((one, other) => one.at - other.at);
}
