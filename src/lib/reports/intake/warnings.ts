import type { ReportWarning } from '../../contracts/reports';
import { householdFields } from '../form/form';
import type { HouseholdSkills, IndicatorValue } from '../schemas';

/** Counts by the name of their form field: `householdSkills.allFive`, `values.leaflets`. */
export type Figures = Readonly<Record<string, number>>;

/** How the units of the same parent stood last: counts per household of each, in the middle. */
export interface PeerShare {
	median: number;
	/** Median distance from the median. */
	spread: number;
	units: number;
}

export interface WarningFacts {
	/** What the unit reported for earlier periods of the same kind, newest first. */
	history: readonly Figures[];
	/** By field. */
	peers: Readonly<Record<string, PeerShare>>;
}

export type { ReportWarning };

/** The field of warnings about a report as a whole. */
export const wholeReport = 'householdSkills.all';

/** Fewer households than this are noise. */
const smallestStep = 10;
const fewestPeers = 5;
/** A median distance, scaled to a standard deviation, five times over. */
const farAway = 5 * 1.4826;

const households = 'householdSkills.households';

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((left, right) => left - right);
	const middle = sorted.length / 2;
	const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return (low + high) / 2;
}

export function spread(values: readonly number[]): number {
	const centre = median(values);
	return median(values.map((value) => Math.abs(value - centre)));
}

/** What is looked at of a report. */
export interface ReportedCounts {
	householdSkills?: Partial<HouseholdSkills> | undefined;
	values: readonly Pick<IndicatorValue, 'indicator' | 'value' | 'qualifier'>[];
}

/** The counts of a report that are known exactly. */
export function figuresOf({ householdSkills, values }: ReportedCounts): Figures {
	const pairs: [string, number | null | undefined][] = [
		...householdFields.map((name): [string, number | null | undefined] => [
			`householdSkills.${name}`,
			householdSkills?.[name],
		]),
		...values
			.filter(({ qualifier }) => qualifier === '=')
			.map(({ indicator, value }): [string, number | null] => [`values.${indicator}`, value]),
	];
	return Object.fromEntries(
		pairs.flatMap(([field, value]): [string, number][] => (value == null ? [] : [[field, value]])),
	);
}

/**
 * What looks odd in a report: at most one warning for a figure, and two for the whole.
 * @param isCumulative by indicator code: grows by nature, so that its steps are compared.
 */
export function warnOf(
	report: ReportedCounts,
	{ history, peers }: WarningFacts,
	isCumulative: (code: string) => boolean,
): ReportWarning[] {
	const figures = figuresOf(report);
	const grows = (field: string) =>
		field.startsWith('householdSkills.') || isCumulative(field.slice('values.'.length));
	return [
		...Object.entries(figures).flatMap(([field, value]) => {
			const found =
				jump(field, value, figures, history[0]) ??
				unlikeHistory(field, value, history, grows(field)) ??
				unlikePeers(field, value, figures[households], peers[field]);
			return found ? [found] : [];
		}),
		...roundNumbers(figures),
		...copyOfLast(figures, history[0]),
	];
}

function jump(
	field: string,
	value: number,
	figures: Figures,
	last: Figures | undefined,
): ReportWarning | undefined {
	const before = last?.[field];
	if (before === undefined) return undefined;
	const step = Math.abs(value - before);
	const all = Math.max(figures[households] ?? 0, last?.[households] ?? 0);
	const isJump = !field.startsWith('householdSkills.')
		? step >= 2 * smallestStep && Math.max(value, before) >= 3 * Math.min(value, before)
		: step >= smallestStep && step > (field === households ? before / 5 : all / 4);
	return isJump ? { field, rule: 'jump', numbers: { value, usual: before } } : undefined;
}

/** Levels compare with levels; what grows by nature compares by its steps. */
function unlikeHistory(
	field: string,
	value: number,
	history: readonly Figures[],
	grows: boolean,
): ReportWarning | undefined {
	const before = history.flatMap((figures) => figures[field] ?? []);
	const [last] = before;
	if (last === undefined || before.length < 4) return undefined;
	const compared = grows
		? before.slice(0, -1).map((later, at) => later - (before[at + 1] ?? 0))
		: before;
	const now = grows ? value - last : value;
	const centre = median(compared);
	const limit = Math.max(farAway * spread(compared), Math.abs(centre), smallestStep);
	if (Math.abs(now - centre) <= limit) return undefined;
	return {
		field,
		rule: 'unlikeHistory',
		numbers: { value, usual: grows ? last + centre : centre },
	};
}

function unlikePeers(
	field: string,
	value: number,
	all: number | undefined,
	peer: PeerShare | undefined,
): ReportWarning | undefined {
	if (!peer || peer.units < fewestPeers || !all || field === households) return undefined;
	const share = value / all;
	const isCount = field.startsWith('values.');
	const limit = Math.max(farAway * peer.spread, isCount ? 4 * peer.median : 0.25);
	if (Math.abs(share - peer.median) <= limit || (isCount && value < 2 * smallestStep))
		return undefined;
	return { field, rule: 'unlikePeers', numbers: { value: share, usual: peer.median } };
}

/** Four counts that all end in 0 were hardly counted. */
function roundNumbers(figures: Figures): ReportWarning[] {
	const counts = Object.entries(figures)
		.filter(([field, value]) => field !== households && value >= 2 * smallestStep)
		.map(([, value]) => value);
	if (counts.length < 4 || counts.some((value) => value % 10 !== 0)) return [];
	return [
		{ field: wholeReport, rule: 'roundNumbers', numbers: { value: counts.length, usual: 0 } },
	];
}

function copyOfLast(figures: Figures, last: Figures | undefined): ReportWarning[] {
	const counts = Object.entries(figures).filter(([, value]) => value > 0);
	if (counts.length < 4 || counts.some(([field, value]) => last?.[field] !== value)) return [];
	return [{ field: wholeReport, rule: 'copyOfLast', numbers: { value: counts.length, usual: 0 } }];
}
