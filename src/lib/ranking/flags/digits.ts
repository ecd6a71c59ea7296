import type { ExaminedReport, FlagCase } from '../../contracts/award-flags';
import { caseOf } from './examined';
import { flagLimits } from './limits';

/**
 * Counts whose last digit chance would draw anew: a count that stands as it stood, or that a report gives
 * twice, is the same observation.
 */
function freshCounts(reports: readonly ExaminedReport[]): number[] {
	const last = new Map<string, number>();
	return reports.flatMap(({ figures }) => {
		const fresh = new Set<number>();
		for (const [code, count] of Object.entries(figures)) {
			if (count >= flagLimits.digitsOf && last.get(code) !== count) fresh.add(count);
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
): Record<'roundNumbers' | 'lastDigits', FlagCase[]> {
	const counts = freshCounts(reports);
	const round = counts.filter((count) => count % 5 === 0).length;
	if (
		counts.length >= flagLimits.roundFrom &&
		binomialTail(counts.length, round, 0.2) < flagLimits.chance
	) {
		const evidence = { round, counts: counts.length };
		return { roundNumbers: [caseOf(reports, evidence)], lastDigits: [] };
	}
	return { roundNumbers: [], lastDigits: lastDigits(reports, counts) };
}

function lastDigits(reports: readonly ExaminedReport[], counts: readonly number[]): FlagCase[] {
	if (counts.length < flagLimits.digitsFrom) return [];
	const seen = Array.from({ length: 10 }, () => 0);
	for (const count of counts) seen[count % 10] = (seen[count % 10] ?? 0) + 1;
	const expected = counts.length / 10;
	const distance = seen.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);
	const most = Math.max(...seen);
	return distance > flagLimits.digits
		? [caseOf(reports, { digit: seen.indexOf(most), times: most, counts: counts.length })]
		: [];
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
