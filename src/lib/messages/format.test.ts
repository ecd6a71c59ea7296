import { describe, expect, it } from 'vitest';
import { base as en } from './en/base';
import { classOf } from '../contracts/map/policy-classes';
import { createFormat } from './format';
import { base as vi } from './vi/base';

describe('a share', () => {
	const format = createFormat('vi', vi);

	it.each([
		[0.7996, '79,9'],
		[0.79949, '79,9'],
		[0.8, '80,0'],
		[0.6667, '66,7'],
		[0.8996, '89,9'],
		[0.4999, '49,9'],
		[0.9999, '99,9'],
		[1, '100,0'],
		[0.0001, '0,1'],
		[0, '0,0'],
	])('of %d is written in its own class, as %s', (share, text) => {
		expect(format.percentage(share)).toBe(text);
		expect(format.share(share)).toBe(`${text}%`);
		expect(classOf(Number(text.replace(',', '.')) / 100)).toBe(classOf(share));
	});

	it('is never more than all: that a register is exceeded is said in words', () => {
		const sentence = (share: string) => `số liệu của ${share} số hộ`;
		expect(format.share(1.026)).toBe('100,0%');
		expect(format.reported(1.026, sentence)).toBe(vi.common.overRegister);
		expect(format.reported(0.7996, sentence)).toBe('số liệu của 79,9% số hộ');
	});

	it('is not how far two of them are apart', () => {
		expect(format.distance(-0.1996)).toBe('20,0');
	});
});

it('is computed to four decimals, so that three of them are not read as thousands', () => {
	expect(createFormat('en', en).computed(22.612)).toBe('22.6120');
	expect(createFormat('vi', vi).computed(1263.99871)).toBe('1.263,9987');
});

describe('the name of a period', () => {
	const names = (format: ReturnType<typeof createFormat>) =>
		[
			{ code: '2026-10' },
			{ code: '2026-Q4' },
			{ code: '2026' },
			{ code: 'LUA-DAO-01', title: 'Rà soát lừa đảo' },
			{ code: 'LUA-DAO-01', title: null },
		].map(format.period);

	it('is read off its code, an ad hoc one is called what it is about', () => {
		expect(names(createFormat('vi', vi))).toEqual([
			'tháng 10/2026',
			'quý 4/2026',
			'năm 2026',
			'đột xuất “Rà soát lừa đảo”',
			'đột xuất “LUA-DAO-01”',
		]);
		expect(names(createFormat('en', en)).slice(0, 3)).toEqual([
			'October 2026',
			'quarter 4 of 2026',
			'year 2026',
		]);
	});
});

it('a date is unmistakable in either language', () => {
	expect(createFormat('vi', vi).date('2026-11-01')).toBe('1/11/2026');
	expect(createFormat('en', en).date('2026-11-01')).toBe('1 November 2026');
	// In Vietnam it is the next day already.
	expect(createFormat('en', en).date('2026-10-31T17:00:00Z')).toBe('1 November 2026');
});
