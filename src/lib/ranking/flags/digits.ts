import type { ExaminedReport, FlagCase } from '../../contracts/awards/flags';
import { caseOf } from './examined';
import type { FlagLimits } from './limits';

/** Counts from here on have last digits that are nearly even by chance. */
const digitsOf = 20;
/** Counts needed before the share of 0 and 5 says anything: five of them are expected. */
const roundFrom = 25;
/** Counts needed for the chi-square test of ten digits: five of each are expected. */
const digitsFrom = 50;

/**
 * Counts whose last digit chance would draw anew: a count that stands as it stood, or that a report gives
 * twice, is the same observation.
 */
function freshCounts(reports: readonly ExaminedReport[]): number[] {
	const last = new Map<string, number>();
	return reports.flatMap(({ figures }) => {
		const fresh = new Set<number>();
		for (const [code, count] of Object.entries(figures)) {
			if (count >= digitsOf && last.get(code) !== count) fresh.add(count);
			last.set(code, count);
		}
		return [...fresh];
	});
}

/**
 * Last digits of `freshCounts`. Those that are 0 and 5 make a fifth of all by chance, and how probable so many
 * are is the binomial distribution's tail; other digits are told by Pearson's chi-square against ten equal parts.
 */
export function digitPatterns(
	reports: readonly ExaminedReport[],
	{ chance }: Pick<FlagLimits, 'chance'>,
): Record<'roundNumbers' | 'lastDigits', FlagCase[]> {
	const counts = freshCounts(reports);
	const round = counts.filter((count) => count % 5 === 0).length;
	if (counts.length >= roundFrom && binomialTail(counts.length, round, 0.2) < chance) {
		const evidence = { round, counts: counts.length };
		return { roundNumbers: [caseOf(reports, evidence)], lastDigits: [] };
	}
	return { roundNumbers: [], lastDigits: lastDigits(reports, counts, chance) };
}

function lastDigits(
	reports: readonly ExaminedReport[],
	counts: readonly number[],
	chance: number,
): FlagCase[] {
	if (counts.length < digitsFrom) return [];
	const seen = Array.from({ length: 10 }, () => 0);
	for (const count of counts) seen[count % 10] = (seen[count % 10] ?? 0) + 1;
	const expected = counts.length / 10;
	const distance = seen.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);
	const most = Math.max(...seen);
	return chiSquareTail(distance) < chance
		? [caseOf(reports, { digit: seen.indexOf(most), times: most, counts: counts.length })]
		: [];
}

/** How probable so large a chi-square of ten digits, with nine degrees of freedom, is: the incomplete gamma function. */
function chiSquareTail(distance: number): number {
	const [shape, half] = [4.5, distance / 2];
	if (half > 100) return 0;
	let [term, sum] = [1, 1];
	for (let step = 1; term > sum * 1e-16; step += 1) {
		term *= half / (shape + step);
		sum += term;
	}
	const gammaOfNextShape = (945 / 32) * Math.sqrt(Math.PI);
	return Math.max(0, 1 - (half ** shape * Math.exp(-half) * sum) / gammaOfNextShape);
}

/** How probable at least `from` of `trials` are. */
function binomialTail(trials: number, from: number, chance: number): number {
	let [term, tail] = [(1 - chance) ** trials, 0];
	for (let hits = 0; hits <= trials; hits += 1) {
		if (hits >= from) tail += term;
		term *= ((trials - hits) / (hits + 1)) * (chance / (1 - chance));
	}
	return tail;
}
