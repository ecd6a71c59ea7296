import { localDay } from '../../contracts/local-time';
import type { CorrectionCause } from '../../contracts/publication';
import { latestDueMonth } from '../../reports/periods/deadlines';
import type { Figures } from '../history/figures';
import { corrections, departures, returns } from '../history/wording';
import { approverName } from '../accounts';
import type { Random } from '../random';
import type { SimulatedReport, SimulatedUnit } from './hand-over';
import { movedFigures } from './move';

/** What somebody does next. */
export type Action = {
	account: string;
	unit: SimulatedUnit;
	period: string;
} & (
	| {
			kind: 'submit';
			figures: Figures;
			reason: string | undefined;
			/** What its approver will have everybody read of the reason. */
			cause: CorrectionCause | undefined;
	  }
	| {
			kind: 'decide';
			decision: 'approve' | 'return';
			revision: number;
			comment: string;
			cause: CorrectionCause | undefined;
	  }
);

/**
 * Picks what to do, weighted like a working day: mostly this month's reports, corrections of the
 * newest month that is due, and approvals of both. Undefined while there is nothing to do.
 * @param homes what a unit's share of able households goes back to, by unit.
 */
export function chooseAction(
	units: readonly SimulatedUnit[],
	homes: ReadonlyMap<string, number>,
	now: Date,
	random: Random,
): Action | undefined {
	const due = latestDueMonth(now);
	const current = localDay(now).slice(0, 7);
	const standing = (period: string, fits: (report: SimulatedReport) => boolean) =>
		units.filter((unit) => {
			const report = unit.reports[period];
			return report !== undefined && fits(report);
		});
	const waiting = (report: SimulatedReport) => report.state === 'submitted';
	const told = standing(due, () => true);
	// Nobody was here when it was due: what the simulator missed is made up for.
	const missed = told.length < units.length / 2 ? stillToReport(units, due) : [];
	const options: readonly (readonly [weight: number, units: readonly SimulatedUnit[], act: Act])[] =
		[
			[2, standing(due, (report) => waiting(report) && report.revision > 1), decideOn(due)],
			[
				1,
				firstCommune(standing(due, (report) => waiting(report) && report.revision === 1)),
				decideOn(due),
			],
			[3, standing(due, (report) => !waiting(report)), report(due, homes)],
			[4, missed, report(due, homes)],
			...(current === due
				? []
				: ([
						[2, standing(current, waiting), decideOn(current)],
						[2, stillToReport(units, current), report(current, homes)],
						[1, standing(current, (found) => found.state === 'returned'), report(current, homes)],
					] as const)),
		];
	const open = options.filter(([, candidates]) => candidates.length > 0);
	let draw = random.between(
		0,
		open.reduce((sum, [weight]) => sum + weight, 0),
	);
	for (const [weight, candidates, act] of open) {
		draw -= weight;
		if (draw <= 0) return act(random.pick(candidates), random);
	}
	return undefined;
}

/** Late communes are gone through one after the other. */
function firstCommune(units: readonly SimulatedUnit[]): readonly SimulatedUnit[] {
	const communeOf = ({ unit }: SimulatedUnit) => unit.split('-')[0];
	const [first] = units;
	return first ? units.filter((unit) => communeOf(unit) === communeOf(first)) : [];
}

/** Who hasn't reported for this month; whoever said nothing for the month before is left in peace. */
function stillToReport(units: readonly SimulatedUnit[], month: string): SimulatedUnit[] {
	const open = units.filter(({ reports }) => reports[month] === undefined);
	const told = new Set(units.flatMap(({ reports }) => Object.keys(reports)));
	const before =
		[...told]
			.filter((each) => each < month)
			.sort()
			.at(-1) ?? month;
	return open.filter(({ reports }) => reports[before] !== undefined);
}

type Act = (unit: SimulatedUnit, random: Random) => Action | undefined;

/** How often the approver sends something back. */
const returnRate = 0.06;

const decideOn =
	(period: string): Act =>
	(unit, random) => {
		const found = unit.reports[period];
		if (!found) return undefined;
		const returned = found.revision === 1 && random.chance(returnRate);
		return {
			kind: 'decide',
			account: approverName,
			unit,
			period,
			revision: found.revision,
			cause: returned ? undefined : found.cause,
			...(returned
				? { decision: 'return', comment: random.pick(returns) }
				: { decision: 'approve', comment: '' }),
		};
	};

const report =
	(period: string, homes: ReadonlyMap<string, number>): Act =>
	(unit, random) => {
		const before = unit.reports[period];
		const [newest] = Object.keys(unit.reports).sort().reverse();
		const start = before ?? unit.reports[newest ?? ''];
		if (!start) return undefined;
		const home = homes.get(unit.unit) ?? start.figures.allFive / start.figures.households;
		// A first report of a month grows: what falls comes as a correction, with its reason.
		const { figures, fell } = movedFigures(start.figures, home, random, before === undefined);
		const why = fell ? random.pick(departures) : before && random.pick(corrections);
		return {
			kind: 'submit',
			...{ account: unit.account, unit, period, figures },
			...{ reason: why?.reason, cause: why?.cause },
		};
	};
