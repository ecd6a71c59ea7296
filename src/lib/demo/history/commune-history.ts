import type { CorrectionCause } from '../../contracts/publication';
import type { ReportInput } from '../../reports/schemas';
import type { Commune, Village } from '../province/province';
import { randomFor, type Random } from '../random';
import { fatesOf, type Fate, type Plight } from './fates';
import { falls, figuresAt, notBelow, scaled, type Figures } from './figures';
import { indicatorValues } from './indicators';
import { wholeMonths, type Calendar } from './months';
import { paceOf, type Pace } from './pace';
import {
	correctedAt,
	nextMorning,
	nextRound,
	receivedAt,
	receivedLately,
	villageDueDay,
} from './times';
import { corrections, departures, returns } from './wording';

export interface Outcome {
	decision: 'approve' | 'return';
	comment: string;
	/** Where it replaces what had been approved before. */
	cause?: CorrectionCause;
}

/** One revision coming in, and what the approver made of it; without an outcome it still waits. */
export interface Submission {
	at: Date;
	circuit: number;
	report: ReportInput;
	revision: number;
	outcome?: { at: Date } & Outcome;
}

/** Whoever reports: a village, or a commune that does it for all its villages. */
interface Reporter {
	code: string;
	key: string;
	households: number;
	team: Village['team'];
	pace: Pace;
	/** What was said last, and by what all is lower since some households left. */
	said: Figures | undefined;
	remaining: number;
}

interface Teller {
	commune: Commune;
	circuit: number;
	plight: Plight;
	calendar: Calendar;
}

/** Everything one commune sends in over the months, in order; each month builds on the one before. */
export function tellCommune(teller: Teller): Submission[] {
	const { commune, calendar } = teller;
	const reporters = reportersOf(commune, teller.plight);
	const requiredOn = (due: string) =>
		commune.validFrom > due || (commune.validTo !== null && commune.validTo <= due)
			? []
			: reporters.filter(
					({ team }) =>
						team === null ||
						(team.foundedOn <= due && (team.closedOn === null || team.closedOn > due)),
				);
	return calendar.months.flatMap((month, index) => {
		const { code, lastMonth } = calendar.quarter;
		const ofQuarter = month === lastMonth ? quarterOf(requiredOn(villageDueDay(code)), teller) : [];
		const required = requiredOn(villageDueDay(month));
		const fates = fatesIn(month, required.length, teller);
		const ofMonth = required.flatMap((reporter, position) => {
			const fate = fates[position] ?? 'missing';
			if (fate === 'missing') return [];
			const report = nextReport(reporter, month, index / (wholeMonths - 1));
			return submissionsOf(report, month, fate, teller);
		});
		return [...ofQuarter, ...ofMonth];
	});
}

/** Of the quarter everybody says what they said last of a month, as its report is due before its last month's. */
function quarterOf(required: readonly Reporter[], { commune, circuit, calendar }: Teller) {
	const period = calendar.quarter.code;
	const fates = fatesOf(commune, required.length, randomFor('quarter', commune.code, period));
	return required.flatMap(({ code, said }, position): Submission[] => {
		const fate = fates[position] ?? 'missing';
		if (fate === 'missing' || said === undefined) return [];
		const at = receivedAt(period, circuit, commune.code, fate);
		const values = indicatorValues(said, randomFor('report', code, period));
		return [
			{
				...{ at, circuit, revision: 1 },
				report: { ...{ unit: code, period }, householdSkills: said, values },
				outcome: { at: nextRound(period, at), decision: 'approve', comment: '' },
			},
		];
	});
}

function reportersOf(commune: Commune, plight: Plight): Reporter[] {
	const paceAt = (place: number): Pace => {
		const pace = paceOf(place, commune.landscape);
		return plight === 'zero' ? { ...pace, start: 0, end: 0 } : pace;
	};
	const fresh = { said: undefined, remaining: 1 };
	if (!commune.reportsItself)
		return commune.villages.map((village) => ({
			...fresh,
			...village,
			pace: paceAt(Number(village.key.split('-')[0])),
		}));
	const households = commune.villages.reduce((sum, village) => sum + village.households, 0);
	const { code, place } = commune;
	return [{ ...fresh, code, key: `${place}`, households, team: null, pace: paceAt(place) }];
}

/** The months in which a commune's plight shows, the newest that is due included. */
const plightMonths = 4;

function fatesIn(month: string, count: number, { commune, plight, calendar }: Teller): Fate[] {
	const usual = fatesOf(commune, count, randomFor('month', commune.code, month));
	const all = (fate: Fate) => usual.map(() => fate);
	const { latestDue, months } = calendar;
	const running = month > latestDue;
	if (plight === 'missing' && month >= latestDue) return all('missing');
	if (plight === 'insufficient' && month >= (months.at(-plightMonths - 1) ?? month))
		return usual.map((_, index) => (index < count * 0.3 ? 'onTime' : 'missing'));
	// Who is late with one month hasn't sent the next.
	if (plight === 'late' && month >= latestDue) return all(running ? 'missing' : 'late');
	// A month that is still running has no stragglers yet; the newest that is due is shown at its best.
	return running || (month === latestDue && usual.every((fate) => fate !== 'onTime'))
		? all('onTime')
		: usual;
}

interface NextReport {
	final: ReportInput & { householdSkills: Figures };
	before: Figures | undefined;
}

function nextReport(reporter: Reporter, month: string, way: number): NextReport {
	const random = randomFor('report', reporter.code, month);
	const before = reporter.said;
	const raw = figuresAt(reporter.key, reporter.households, reporter.pace, way);
	const grown = notBelow(scaled(raw, reporter.remaining), before);
	const left = before !== undefined && random.chance(0.005);
	const figures = left ? scaled(grown, 0.94) : grown;
	if (left) reporter.remaining *= 0.94;
	reporter.said = figures;
	const reason = before && falls(figures, before) ? random.pick(departures).reason : undefined;
	return {
		before,
		final: {
			unit: reporter.code,
			period: month,
			householdSkills: figures,
			values: indicatorValues(figures, random),
			...(reason === undefined ? {} : { reason }),
		},
	};
}

function submissionsOf(
	{ final, before }: NextReport,
	month: string,
	fate: 'onTime' | 'late',
	{ commune, circuit, plight, calendar }: Teller,
): Submission[] {
	const random = randomFor('way', final.unit, month);
	const entry = { circuit, report: final, revision: 1 };
	if (plight === 'late' && month === calendar.latestDue)
		return [{ ...entry, at: receivedLately(commune.code, calendar) }];
	const at = receivedAt(month, circuit, commune.code, fate);
	const approval = (received: Date) =>
		({ at: nextRound(month, received), decision: 'approve', comment: '' }) as const;
	const plain = { ...entry, at, outcome: approval(at) };
	const story = random.next();
	const figures = final.householdSkills;
	if (story < 0.012 && figures.allFive > 8) {
		const first = revisedBy(1.12, final, before);
		const again = nextMorning(plain.outcome.at, circuit);
		const comment = random.pick(returns);
		return [
			{ ...plain, report: first, outcome: { ...plain.outcome, decision: 'return', comment } },
			{ ...corrected(final, random).submission, circuit, at: again, outcome: approval(again) },
		];
	}
	if (story > 0.988 && fate === 'onTime') {
		const again = correctedAt(month, circuit);
		const { submission, cause } = corrected(final, random);
		const second = { ...submission, circuit, at: again };
		const waits = month >= calendar.latestDue;
		return [
			{ ...plain, report: revisedBy(0.96, final, before) },
			waits ? second : { ...second, outcome: { ...approval(again), cause } },
		];
	}
	return [plain];
}

function corrected(report: ReportInput, random: Random) {
	const { reason, cause } = random.pick(corrections);
	return { submission: { report: { ...report, reason }, revision: 2 }, cause };
}

function revisedBy(factor: number, report: NextReport['final'], before: Figures | undefined) {
	const figures = notBelow(scaled(report.householdSkills, factor), before);
	return { ...report, householdSkills: figures };
}
