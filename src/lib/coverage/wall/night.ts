import type { UnitStatus } from '../../contracts/coverage';
import { classStates, type MapState } from '../../contracts/map/states';
import { classOf } from '../../contracts/map/policy-classes';
import type { Period, Timeliness } from '../../contracts/reports';
import { timelinessOf } from '../../contracts/timeliness';
import type { Arrival, NightFigures, NightUnit } from '../../contracts/wall';

type Month = Pick<NightFigures, 'units' | 'arrivals'>;

/** How reports stand at one instant, in milliseconds. */
export interface NightMoment {
	/** Reports that came of those required; a commune's own one stands for all of its villages. */
	received: number;
	required: number;
	communes: { unit: NightUnit; received: number; timeliness: Timeliness; state: MapState }[];
	/** What came last, the newest first. */
	newest: Arrival[];
}

const received = ({ reportsRequired }: NightUnit, status: UnitStatus | undefined): number => {
	if (!status) return 0;
	return status.ownReport ? reportsRequired : Math.min(status.reports, reportsRequired);
};

function apply(status: UnitStatus | undefined, arrival: Arrival): UnitStatus {
	const { unitId, own, change, onTime, at } = arrival;
	const before = status ?? {
		...{ unitId, reports: 0, reportsOnTime: 0, ownReport: false, receivedAt: null },
	};
	return {
		unitId,
		reports: before.reports + (own ? 0 : change),
		reportsOnTime: before.reportsOnTime + (onTime && !own ? change : 0),
		ownReport: own ? change === 1 : before.ownReport,
		receivedAt: change === 1 ? new Date(at).toISOString() : before.receivedAt,
	};
}

/** A night as it stood at an instant: replaying is looking at one instant after the other. */
export function nightAt(
	{ units, arrivals, period }: Month & { period: Period },
	at: number,
	shown = 5,
): NightMoment {
	const statuses = new Map<number, UnitStatus>();
	const come = arrivals.filter((arrival) => arrival.at <= at);
	for (const arrival of come)
		statuses.set(arrival.unitId, apply(statuses.get(arrival.unitId), arrival));
	const communes = units.map((unit) => {
		const status = statuses.get(unit.id);
		// What a commune reports itself is all of it: on time is when that came.
		const own = status?.ownReport
			? { ...status, reports: 1, reportsOnTime: isOnTime(come, unit.id) ? 1 : 0 }
			: status;
		const timeliness = timelinessOf({ ...unit, level: 'commune' }, own, period, new Date(at));
		const count = received(unit, status);
		return { unit, received: count, timeliness, state: stateOf(unit, count, timeliness) };
	});
	return {
		received: communes.reduce((sum, commune) => sum + commune.received, 0),
		required: requiredOf(units),
		communes,
		newest: come
			.filter(({ change }) => change === 1)
			.slice(-shown)
			.reverse(),
	};
}

const isOnTime = (arrivals: readonly Arrival[], unitId: number): boolean =>
	arrivals.findLast((arrival) => arrival.unitId === unitId && arrival.own)?.onTime === true;

const requiredOf = (units: readonly NightUnit[]): number =>
	units.reduce((sum, { reportsRequired }) => sum + reportsRequired, 0);

/** A commune fills with what comes of it, along the ramp of the map. */
function stateOf(unit: NightUnit, count: number, timeliness: Timeliness): MapState {
	if (unit.reportsRequired === 0) return 'notRequired';
	if (count === 0) return timeliness === 'missing' ? 'missing' : 'none';
	return classStates[classOf(count / unit.reportsRequired)] ?? 'class0';
}

/** How many reports had come after each of them came, or was sent back. */
export interface Course {
	required: number;
	points: { at: number; received: number }[];
}

export function courseOf({ units, arrivals }: Month): Course {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const statuses = new Map<number, UnitStatus>();
	let total = 0;
	const points = arrivals.flatMap((arrival) => {
		const unit = byId.get(arrival.unitId);
		if (!unit) return [];
		const before = statuses.get(unit.id);
		const after = apply(before, arrival);
		statuses.set(unit.id, after);
		total += received(unit, after) - received(unit, before);
		return [{ at: arrival.at, received: total }];
	});
	return { required: requiredOf(units), points };
}

/** How many reports had come by an instant. */
export const receivedBy = ({ points }: Course, at: number): number =>
	points.findLast((point) => point.at <= at)?.received ?? 0;

/** The same hour of the month before: as far from that month's deadline as an instant is from this one's. */
export function sameHourBefore(figures: NightFigures, at: number): number | null {
	if (!figures.before) return null;
	return (
		at - Date.parse(figures.period.due.commune) + Date.parse(figures.before.period.due.commune)
	);
}

/** By how many reports this month is ahead of the last one at the same hour; null without one. */
export function paceAt(figures: NightFigures, at: number): number | null {
	const then = sameHourBefore(figures, at);
	if (!figures.before || then === null) return null;
	const [now, before] = [courseOf(figures), courseOf(figures.before)];
	if (now.required === 0 || before.required === 0) return null;
	// Of as many as are required now: villages may have got a team, or lost it.
	const usual = Math.round((receivedBy(before, then) / before.required) * now.required);
	return receivedBy(now, at) - usual;
}

/** The deadline that comes next after an instant, in milliseconds; null once all have passed. */
export function nextDeadline(
	{ period, own }: Pick<NightFigures, 'period' | 'own'>,
	at: number,
): { level: 'village' | 'commune' | 'province'; due: number } | null {
	const levels = [
		{ level: 'village' as const, due: Date.parse(period.due.village) },
		{ level: 'commune' as const, due: Date.parse(period.due.commune) },
		...(own ? [{ level: 'province' as const, due: Date.parse(own.dueAt) }] : []),
	];
	return levels.filter(({ due }) => due > at).sort((one, other) => one.due - other.due)[0] ?? null;
}

/** Of all its deadlines the last one. */
export const lastDeadline = ({ period, own }: Pick<NightFigures, 'period' | 'own'>): number =>
	Math.max(
		Date.parse(period.due.village),
		Date.parse(period.due.commune),
		own ? Date.parse(own.dueAt) : 0,
	);
