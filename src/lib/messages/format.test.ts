import { describe, expect, it } from 'vitest';
import { base as en } from './en/base';
import { createFormat } from './format';
import { base as vi } from './vi/base';

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
