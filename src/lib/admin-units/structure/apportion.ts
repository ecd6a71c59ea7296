/**
 * Divides a count by shares with the largest-remainder method; the parts add up to the count exactly.
 * Shares needn't add up to 1. Where `caps` are given, no part exceeds its cap, and what doesn't fit
 * goes to the others by their shares.
 * @throws RangeError when there is nobody to give to, or the caps together hold less than the count.
 */
export function apportion(
	count: number,
	shares: readonly number[],
	caps?: readonly number[],
): number[] {
	const parts = shares.map(() => 0);
	const room = (index: number) => (caps?.[index] ?? Infinity) - (parts[index] ?? 0);
	let left = count;
	let open = [...shares.keys()].filter((index) => room(index) > 0);
	while (left > 0) {
		if (open.length === 0) throw new RangeError(`${left} of ${count} do not fit anywhere.`);
		const given = largestRemainder(
			left,
			open.map((index) => shares[index] ?? 0),
		);
		for (const [position, index] of open.entries()) {
			const taken = Math.min(given[position] ?? 0, room(index));
			parts[index] = (parts[index] ?? 0) + taken;
			left -= taken;
		}
		open = open.filter((index) => room(index) > 0);
	}
	return parts;
}

/** Ties go to the earlier part, so the same input always gives the same division. */
function largestRemainder(count: number, shares: readonly number[]): number[] {
	const sum = shares.reduce((total, share) => total + share, 0);
	const quotas = shares.map((share) => (sum > 0 ? (count * share) / sum : count / shares.length));
	const parts = quotas.map(Math.floor);
	let left = count - parts.reduce((total, part) => total + part, 0);
	const byRemainder = [...quotas.keys()].sort(
		(a, b) => remainder(quotas[b]) - remainder(quotas[a]) || a - b,
	);
	for (const index of byRemainder) {
		if (left === 0) break;
		parts[index] = (parts[index] ?? 0) + 1;
		left -= 1;
	}
	return parts;
}

const remainder = (quota = 0) => quota - Math.floor(quota);
