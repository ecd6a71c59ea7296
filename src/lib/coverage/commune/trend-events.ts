import type { CorrectionCause } from '../../contracts/publication';

/** Something that explains a step of the line. */
export type TrendEvent = { /** Local day. */ day: string } & (
	| { kind: 'formed' }
	| { kind: 'corrected'; month: string; cause: CorrectionCause }
	| { kind: 'target'; year: number; share: number }
);

interface Happened {
	/** The day of the merger or division that the unit came from; null where it came from none. */
	formedOn: string | null;
	corrections: readonly { period: string; day: string; cause: CorrectionCause }[];
	targets: readonly { day: string; year: number; share: number }[];
}

/** The newest that are listed. */
const mostListed = 6;

/**
 * What happened since the line begins, the newest first; the numbers of one month that one decision
 * corrected are one event.
 * @param from the first month of the line.
 */
export function trendEvents(
	{ formedOn, corrections, targets }: Happened,
	from: string,
): TrendEvent[] {
	const corrected = new Map(
		corrections.map(({ period, day, cause }) => [
			`${period} ${day} ${cause}`,
			{ kind: 'corrected' as const, day, month: period, cause },
		]),
	);
	const formed = formedOn === null ? [] : [{ kind: 'formed' as const, day: formedOn }];
	const set = targets.map((target) => ({ kind: 'target' as const, ...target }));
	return [...formed, ...corrected.values(), ...set]
		.filter((event) => (event.kind === 'corrected' ? event.month : event.day) >= from)
		.toSorted((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0))
		.slice(0, mostListed);
}
