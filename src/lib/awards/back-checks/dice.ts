import type { DiceSides } from '../../contracts/awards/checks';

/** As many as can't be tried out: with fewer somebody could look for rolls that draw whom they like. */
const neededBits = 64;

/** 25 rolls of a die with six sides, 20 of one with ten. */
export const neededRolls = (sides: DiceSides): number => Math.ceil(neededBits / Math.log2(sides));

/** Far more than anybody rolls. */
const mostRolls = 200;

/** What is wrong with typed dice. */
export type DiceFault = 'notOfTheDie' | 'tooFewRolls' | 'tooManyRolls';

/**
 * What dice showed, in the order of the rolls, as people type it: `4 1 6-2,5…`. A die of six sides shows
 * 1 to 6, one of ten 0 to 9.
 * @returns the digits alone, or what is wrong with them.
 */
export function readDice(typed: string, sides: DiceSides): { dice: string } | { fault: DiceFault } {
	const dice = typed.replace(/[\s,;.\-–]+/g, '');
	if (!(sides === 6 ? /^[1-6]*$/ : /^\d*$/).test(dice)) return { fault: 'notOfTheDie' };
	if (dice.length < neededRolls(sides)) return { fault: 'tooFewRolls' };
	return dice.length > mostRolls ? { fault: 'tooManyRolls' } : { dice };
}
