import type { IndexUnit } from '../../contracts/awards/composite-index';

/** Whom a number of the frozen file stands for. */
export interface DealtUnit {
	number: number;
	unitId: number;
}

/** Under which a number of a category's frozen units is stored. */
export const keyOf = (categoryId: number, number: number): string => `${categoryId}:${number}`;

/**
 * Gives units numbers by chance, from 1: the file is published, and names nobody. It hides nobody either from
 * whoever compares its values with figures that are public under a name: coverage of two months gives most
 * units away, communes and villages alike, and a file by which anybody computes everything again can't be without
 * it. So the file holds nothing of a unit that is not public or may not become so: shares of households in
 * steps, what visits found in steps (`sampleInSteps`), activities in halves and times such a step. What exactly was found in a unit
 * stays with its committee (`read-sample`).
 * @param random numbers from 0 to 1.
 */
export function dealNumbers(
	units: readonly IndexUnit[],
	random: () => number,
): { units: IndexUnit[]; dealt: DealtUnit[] } {
	const left = [...units];
	const frozen: IndexUnit[] = [];
	const dealt: DealtUnit[] = [];
	while (left.length > 0) {
		const index = Math.floor(random() * left.length);
		const [unit] = left.splice(index, 1);
		if (!unit) break;
		const number = frozen.length + 1;
		frozen.push({ ...unit, unitId: number });
		dealt.push({ number, unitId: unit.unitId });
	}
	return { units: frozen, dealt };
}
