import { expect, it } from 'vitest';
import { numberFromText, targetsFromForm, textOfTarget } from './form';

it('reads numbers as they are written here', () => {
	expect(['1.234', '1 234', '12,5', '80', '', 'tám'].map(numberFromText)).toEqual([
		1234,
		1234,
		12.5,
		80,
		null,
		'tám',
	]);
});

it('gathers one target for each unit', () => {
	const entered = { 'unit-7': '1.200', 'unit-8': '', other: '5', reason: 'Giao lại' };
	expect(targetsFromForm(entered, { indicatorCode: 'paymentAccounts', year: 2026 })).toEqual({
		indicatorCode: 'paymentAccounts',
		year: 2026,
		values: [
			{ unitId: 7, value: 1200 },
			{ unitId: 8, value: null },
		],
		reason: 'Giao lại',
	});
});

it('shows a stored target so that it is read back as itself', () => {
	expect(numberFromText(textOfTarget(0.825, true))).toBe(82.5);
	expect(numberFromText(textOfTarget(1234, false))).toBe(1234);
	expect(textOfTarget(null, true)).toBe('');
});
