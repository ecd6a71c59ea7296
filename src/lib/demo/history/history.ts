import type { ReportInput } from '../../reports/schemas';
import type { Province } from '../province/province';
import { tellCommune, type Outcome, type Submission } from './commune-history';
import type { Calendar } from './months';
import { plightsOf } from './fates';

/** Communes are looked after by this many people who send in reports. */
export const circuits = 3;

export interface Decision extends Outcome {
	unit: string;
	period: string;
	revision: number;
}

/** What happened at one instant: one person's batch, or the approver's round. */
export type Happening =
	| { at: Date; kind: 'submit'; circuit: number; reports: ReportInput[] }
	| { at: Date; kind: 'decide'; decisions: Decision[] };

/** All that happened until now, in order. */
export function tellHistory(province: Province, calendar: Calendar): Happening[] {
	const plights = plightsOf(province.communes);
	const submissions = province.communes.flatMap((commune, position) =>
		tellCommune({
			commune,
			circuit: circuitOf(position),
			plight: plights.get(commune.code) ?? 'none',
			calendar,
		}),
	);
	return arrange(
		submissions.filter(({ at }) => at <= calendar.now),
		calendar.now,
	);
}

export const circuitOf = (position: number): number => position % circuits;

/** Puts what happens at the same instant into one batch. */
function arrange(submissions: readonly Submission[], now: Date): Happening[] {
	const batches = new Map<string, Happening & { kind: 'submit' }>();
	const rounds = new Map<number, Happening & { kind: 'decide' }>();
	for (const { at, circuit, report, revision, outcome } of submissions) {
		const key = `${at.getTime()} ${circuit}`;
		const batch = batches.get(key) ?? { at, kind: 'submit', circuit, reports: [] };
		batch.reports.push(report);
		batches.set(key, batch);
		if (outcome === undefined || outcome.at > now) continue;
		const round = rounds.get(outcome.at.getTime()) ?? {
			at: outcome.at,
			kind: 'decide',
			decisions: [],
		};
		const { at: _, ...decision } = outcome;
		round.decisions.push({ unit: report.unit, period: report.period, revision, ...decision });
		rounds.set(outcome.at.getTime(), round);
	}
	return [...batches.values(), ...rounds.values()].sort(
		(one, other) => one.at.getTime() - other.at.getTime(),
	);
}
