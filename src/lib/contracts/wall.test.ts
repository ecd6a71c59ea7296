import { describe, expect, it } from 'vitest';
import { momentText, parseMoment } from './local-time';
import { parseWallOrder, usualSeconds } from './wall';

const order = (query: string) => parseWallOrder(new URLSearchParams(query));

describe('the address of a wall', () => {
	it('names scenes in their order, once each, how long, where, when and how bright', () => {
		expect(
			order('canh=tinh,han-nop,10-10,tinh&giay=30&xa=99101&luc=2026-10-27T23:00&nen=sang'),
		).toEqual({
			scenes: ['province', 'night', 'season'],
			...{ seconds: 30, commune: '99101', at: '2026-10-27T23:00', light: true },
		});
	});

	it('leaves to the calendar what it does not say, or says wrongly', () => {
		const nothing = { scenes: [], seconds: usualSeconds, commune: null, at: null, light: false };
		expect(order('')).toEqual(nothing);
		expect(order('canh=,x&giay=soon&xa=a/b&luc=2026-02-30T23:00&nen=x')).toEqual(nothing);
		expect(order('giay=1').seconds).toBe(5);
		expect(order('giay=99999').seconds).toBe(3_600);
		expect(order('giay=').seconds).toBe(5);
	});
});

it('a moment is read in Vietnam’s time, and only one that exists', () => {
	expect(parseMoment('2026-10-28T00:00')?.toISOString()).toBe('2026-10-27T17:00:00.000Z');
	expect(momentText(new Date('2026-10-27T17:00:00Z'))).toBe('2026-10-28T00:00');
	for (const wrong of ['', '2026-02-30T10:00', '2026-10-28T24:00', '2026-10-28 00:00'])
		expect(parseMoment(wrong)).toBeUndefined();
});
