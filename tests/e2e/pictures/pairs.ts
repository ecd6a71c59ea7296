/** What can be chosen, and from what. */
export type Choices = Readonly<Record<string, readonly string[]>>;
export type Combination<Of extends Choices> = { readonly [Name in keyof Of]: Of[Name][number] };

/**
 * Few combinations in which every two values that may stand together do so at least once. The same for
 * the same choices: each time the one that brings most pairs, the earlier one where several do.
 */
export function pairwise<Of extends Choices>(
	choices: Of,
	isPossible: (combination: Combination<Of>) => boolean,
): Combination<Of>[] {
	const possible = combinationsOf(choices).filter(isPossible);
	const pairs = new Map(possible.map((each) => [each, pairsOf(each)]));
	const missing = new Set([...pairs.values()].flat());
	const chosen: Combination<Of>[] = [];
	while (missing.size > 0) {
		const brings = (each: Combination<Of>) =>
			pairs.get(each)?.filter((pair) => missing.has(pair)).length ?? 0;
		const best = possible.reduce((one, other) => (brings(other) > brings(one) ? other : one));
		for (const pair of pairs.get(best) ?? []) missing.delete(pair);
		chosen.push(best);
	}
	return chosen;
}

function combinationsOf<Of extends Choices>(choices: Of): Combination<Of>[] {
	let found: Record<string, string>[] = [{}];
	for (const [name, values] of Object.entries(choices))
		found = found.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
	return found as Combination<Of>[];
}

function pairsOf(combination: Readonly<Record<string, string>>): string[] {
	const values = Object.entries(combination).map(([name, value]) => `${name}=${value}`);
	return values.flatMap((one, index) => values.slice(index + 1).map((other) => `${one} ${other}`));
}
