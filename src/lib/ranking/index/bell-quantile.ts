import { naturalLog } from './arithmetic';

const central = [
	[-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716],
	[
		-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
		-13.28068155288572,
	],
] as const;
const tail = [
	[
		-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
		4.374664141464968,
	],
	[0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416],
] as const;

const polynomial = (coefficients: readonly number[], at: number, last: number): number =>
	coefficients.reduce((value, coefficient) => value * at + coefficient, 0) * at + last;

/** How many standard deviations lie below a share 0–1 of a bell curve; Acklam's fractions, within 1.2e-9 of it. */
export function bellQuantile(share: number): number {
	if (share > 0.5) return -bellQuantile(1 - share);
	if (share < 0.02425) {
		const distance = Math.sqrt(-2 * naturalLog(share));
		return polynomial(tail[0], distance, 2.938163982698783) / polynomial(tail[1], distance, 1);
	}
	const offset = share - 0.5;
	const square = offset * offset;
	return (
		(offset * polynomial(central[0], square, 2.506628277459239)) / polynomial(central[1], square, 1)
	);
}
