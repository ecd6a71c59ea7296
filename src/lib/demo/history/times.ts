import { dayLength, localDay, minuteLength, startOfDay } from '../../contracts/local-time';
import { dueInstant, parsePeriod } from '../../reports/periods/deadlines';
import { randomFor } from '../random';
import type { Calendar } from './months';

/** The day before which villages report on a month or quarter; communes have a few days more. */
export function villageDueDay(code: string): string {
	const period = parsePeriod(code);
	if (!period) throw new Error(`${code} is no period.`);
	return localDay(dueInstant(period, 'village'));
}

/** A circuit sends what it has in batches: two before the deadline, and one for the stragglers. */
export function receivedAt(
	period: string,
	circuit: number,
	commune: string,
	fate: 'onTime' | 'late',
): Date {
	const random = randomFor('batches', period, circuit);
	const offsets = {
		early: -random.whole(6, 9),
		usual: -random.whole(1, 4),
		late: random.pick([1, 2, 4, 5, 7]),
	};
	const which = randomFor('batch', period, commune).chance(0.35) ? 'early' : 'usual';
	const minutes = random.whole(8 * 60, 17 * 60);
	return onDay(period, offsets[fate === 'late' ? 'late' : which], minutes);
}

/** So many days after the villages' deadline, at a time of day. */
const onDay = (period: string, days: number, minutes: number) =>
	new Date(startOfDay(villageDueDay(period)).getTime() + days * dayLength + minutes * minuteLength);

/** The days on which the approver goes through what has come in, counted from the deadline. */
const rounds = [-7, -4, -2, 0, 2, 5, 8];

/** The first round on a later day: one to three days after. */
export function nextRound(period: string, received: Date): Date {
	const later = rounds
		.map((days) => onDay(period, days, 15 * 60 + 30))
		.find((round) => localDay(round) > localDay(received));
	return later ?? new Date(received.getTime() + dayLength);
}

/** When approved reports are corrected, all of a circuit in one go. */
export const correctedAt = (month: string, circuit: number) => onDay(month, 3, 510 + circuit * 7);

/** Of what came too late for the newest deadline and still waits: not long ago. */
export function receivedLately(commune: string, { latestDue, now }: Calendar): Date {
	const deadline = startOfDay(villageDueDay(latestDue)).getTime() + 3 * dayLength;
	const earliest = Math.max(deadline + minuteLength, now.getTime() - 2.5 * dayLength);
	const random = randomFor('lately', commune);
	return new Date(earliest + Math.max(0, now.getTime() - earliest) * random.between(0.05, 0.95));
}

/** The next morning, when a team answers. */
export function nextMorning(after: Date, circuit: number): Date {
	return new Date(
		startOfDay(localDay(after)).getTime() + dayLength + (510 + circuit * 7) * minuteLength,
	);
}
