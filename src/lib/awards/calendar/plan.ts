import { addDays, dayLength } from '../../contracts/local-time';
import { seasonSteps, type SeasonSettings, type SeasonStep } from '../../contracts/awards/seasons';
import { holidaysOf, workingDaysBefore, workingDayUntil } from './working-days';

/** The day on which certificates are presented: usually digital transformation day, 10/10. */
export function ceremonyOf(
	year: number,
	{ ceremonyMonth, ceremonyDay }: Pick<SeasonSettings, 'ceremonyMonth' | 'ceremonyDay'>,
): string {
	const lastDay = new Date(Date.UTC(year, ceremonyMonth, 0)).getUTCDate();
	const [month, day] = [ceremonyMonth, Math.min(ceremonyDay, lastDay)].map((part) =>
		String(part).padStart(2, '0'),
	);
	return `${year}-${month}-${day}`;
}

/**
 * Local days in which anybody may comment, both included: from the day after nominations close, when the
 * shortlist stands, but not beyond the decision. Null where nobody is asked.
 */
export function commentWindow(
	year: number,
	settings: SeasonSettings,
): { from: string; until: string } | null {
	if (settings.publishShortlist === 0 || settings.commentDays === 0) return null;
	const steps = planSteps(year, settings);
	const dayOf = (wanted: SeasonStep) => steps.find(({ step }) => step === wanted)?.on ?? '';
	const from = addDays(dayOf('nominations'), 1);
	const last = addDays(from, settings.commentDays - 1);
	const decision = dayOf('decision');
	return from > decision ? null : { from, until: last < decision ? last : decision };
}

/** The setting that says how many working days lead up to a step from the one before it. */
const leadingUpTo = {
	attestation: 'attestationDays',
	nominations: 'nominationDays',
	vote: 'councilDays',
	submission: 'submissionDays',
	decision: 'appraisalDays',
	ceremony: 'decisionDays',
} as const satisfies Partial<Record<SeasonStep, keyof SeasonSettings>>;

/** A step and the local day by which it is done. */
export interface PlannedStep {
	step: SeasonStep;
	on: string;
}

/** Every step's day, in order, counted back from the ceremony in working days. */
export function planSteps(year: number, settings: SeasonSettings): PlannedStep[] {
	let on = ceremonyOf(year, settings);
	const steps: PlannedStep[] = [{ step: 'ceremony', on }];
	for (const step of seasonSteps.toReversed()) {
		if (step === 'freeze') break;
		const before = seasonSteps[seasonSteps.indexOf(step) - 1];
		if (before === undefined) break;
		// Without a day in between the step before is on the same day, or the last one that is worked on.
		on = workingDayUntil(workingDaysBefore(on, settings[leadingUpTo[step]]));
		steps.unshift({ step: before, on });
	}
	return steps;
}

/** The local day on which figures are frozen by the calendar. */
export function freezeDay(year: number, settings: SeasonSettings): string {
	const planned = planSteps(year, settings).find(({ step }) => step === 'freeze');
	if (!planned) throw new Error('A calendar has a freeze.');
	return planned.on;
}

/** The first day of the quarter in which a day lies. */
const quarterStart = (day: string): string => {
	const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
	return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
};

/** What a calendar costs; everything in it follows from the days. */
export interface CalendarCost {
	appraisalDays: number;
	submissionOn: string;
	freezeOn: string;
	/** The quarter that is under way when figures are frozen: its report comes too late. */
	missedQuarter: { year: number; quarter: number };
	/** The last quarter that is over by then. */
	lastQuarter: { year: number; quarter: number };
	/** Days that count for the season by its span and lie after the freeze. */
	lostDays: number;
	/**
	 * Years on the way without a table of holidays, such that the Government hasn't decided on, and such with
	 * an exchanged day of which no official paper was found.
	 */
	unknownYears: number[];
	undecidedYears: number[];
	unconfirmedYears: number[];
}

export function costOf(
	steps: readonly PlannedStep[],
	{ settings, countsUntil }: { settings: SeasonSettings; countsUntil: string },
): CalendarCost {
	const dayOf = (step: SeasonStep): string => {
		const found = steps.find((planned) => planned.step === step);
		if (!found) throw new Error(`The calendar has no ${step}.`);
		return found.on;
	};
	const freezeOn = dayOf('freeze');
	const missed = quarterStart(freezeOn);
	const years = [...new Set(steps.map(({ on }) => Number(on.slice(0, 4))))];
	const tables = years.map((year) => ({ year, table: holidaysOf(`${year}-01-01`) }));
	return {
		...{ appraisalDays: settings.appraisalDays, submissionOn: dayOf('submission'), freezeOn },
		missedQuarter: quarterOf(missed),
		lastQuarter: quarterOf(quarterStart(addDays(missed, -1))),
		lostDays: Math.max(0, daysBetween(freezeOn, countsUntil)),
		unknownYears: tables.filter(({ table }) => !table).map(({ year }) => year),
		undecidedYears: tables.filter(({ table }) => table?.decided === false).map(({ year }) => year),
		unconfirmedYears: tables
			.filter(({ table }) => table?.swaps.some(({ paper }) => paper === null))
			.map(({ year }) => year),
	};
}

const quarterOf = (start: string) => ({
	year: Number(start.slice(0, 4)),
	quarter: (Number(start.slice(5, 7)) + 2) / 3,
});

export const daysBetween = (from: string, until: string): number =>
	Math.round((Date.parse(until) - Date.parse(from)) / dayLength);

/** Days before a step from which it is warned about. */
const warnedBefore = 14;

export interface StepWarning extends PlannedStep {
	/** `soon`, `today`; `passed` is said of the step that was due last. */
	state: 'soon' | 'today' | 'passed';
	/** Days to go, or since. */
	days: number;
}

/** What to say on a day about a season's steps: the next one when it is near, and what was due last. */
export function warningsOn(today: string, steps: readonly PlannedStep[]): StepWarning[] {
	const next = steps.find(({ on }) => on >= today);
	const last = steps.findLast(({ on }) => on < today);
	const ahead = next ? daysBetween(today, next.on) : Infinity;
	return [
		...(last && next
			? [{ ...last, state: 'passed' as const, days: daysBetween(last.on, today) }]
			: []),
		...(next && ahead <= warnedBefore
			? [{ ...next, state: ahead === 0 ? ('today' as const) : ('soon' as const), days: ahead }]
			: []),
	];
}
