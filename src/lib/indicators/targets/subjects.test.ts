import { expect, it } from 'vitest';
import type { Indicator } from '../indicator';
import { householdMeasureOf, targetable, targetsTogether } from './subjects';

const indicatorOf = (code: string): Indicator => {
	const found = targetable.find((indicator) => indicator.code === code);
	if (!found) throw new Error(`No target can be set for ${code}.`);
	return found;
};

it('offers no target for what is neither better nor worse', () => {
	const codes = targetable.map(({ code }) => code);
	expect(codes).toContain('allFiveShare');
	expect(codes).toContain('outreachSessions');
	expect(codes).not.toContain('households');
	expect(codes).not.toContain('teachers');
});

it('knows which indicators are counted in the households block', () => {
	expect(householdMeasureOf(indicatorOf('allFiveShare'))).toBe('allFive');
	expect(householdMeasureOf(indicatorOf('serviceAccountHouseholds'))).toBe('serviceAccount');
	expect(householdMeasureOf(indicatorOf('payingShare'))).toBeNull();
});

it('adds counts up, and weighs shares by households', () => {
	const units = [
		{ target: 0.8, households: 300 },
		{ target: 0.6, households: 100 },
		{ target: null, households: 900 },
	];
	expect(targetsTogether(indicatorOf('allFiveShare'), units)).toBeCloseTo(0.75);
	expect(targetsTogether(indicatorOf('paymentAccounts'), units)).toBeCloseTo(1.4);
	expect(targetsTogether(indicatorOf('allFiveShare'), [])).toBeNull();
});
