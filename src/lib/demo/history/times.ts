import { localDay, startOfDay } from '../../contracts/local-time';
import { randomFor } from '../random';
import type { Calendar } from './months';

const minute = 60_000;
const day = 1440 * minute;

/** The day before which villages report; communes have three days more. */
export const villageDueDay = (month: string) => `${month}-25`;

/** A circuit sends what it has in batches: two before the deadline, and one for the stragglers. */
export function receivedAt(
	month: string,
	circuit: number,
	commune: string,
	fate: 'onTime' | 'late',
): Date {
	const due = startOfDay(villageDueDay(month)).getTime();
	const random = randomFor('batches', month, circuit);
	const early = random.whole(5, 11);
	const offsets = {
		early: -early,
		usual: -random.whole(1, early - 2),
		late: random.pick([1, 2, 4, 5, 7]),
	};
	const which = randomFor('batch', month, commune).chance(0.35) ? 'early' : 'usual';
	const time = random.whole(8 * 60, 17 * 60) * minute;
	return new Date(due + offsets[fate === 'late' ? 'late' : which] * day + time);
}

/** Of what came too late for the newest deadline and still waits: not long ago. */
export function receivedLately(commune: string, { latestDue, now }: Calendar): Date {
	const deadline = startOfDay(villageDueDay(latestDue)).getTime() + 3 * day;
	const earliest = Math.max(deadline + minute, now.getTime() - 2.5 * day);
	const random = randomFor('lately', commune);
	return new Date(earliest + Math.max(0, now.getTime() - earliest) * random.between(0.05, 0.95));
}

/** The approver's round in the afternoon, some days after. */
export function afternoon(received: Date, days: number): Date {
	return new Date(startOfDay(localDay(received)).getTime() + days * day + 930 * minute);
}

/** The next morning, when a team answers. */
export function nextMorning(after: Date, circuit: number): Date {
	return new Date(startOfDay(localDay(after)).getTime() + day + (510 + circuit * 7) * minute);
}
