import { describe, expect, it } from 'vitest';
import { parseRankingQuery, rankingLink, rankingParameters } from './query';

const parse = (text: string) => parseRankingQuery(new URLSearchParams(text));

describe('ranking query', () => {
	it('opens on communes, approved figures, best coverage first', () => {
		expect(parse('')).toEqual({
			level: 'commune',
			basis: 'approved',
			order: { key: 'coverage', reversed: false },
			search: '',
			page: 1,
			month: null,
		});
	});

	it('survives the way through an address', () => {
		const text = 'cap=to&so-lieu=tam-tinh&thang=2026-09&sap-xep=-ten&tim=h%C3%B2a&trang=3';
		expect(parse(new URLSearchParams(rankingParameters(parse(text))).toString())).toEqual(
			parse(text),
		);
	});

	it.each([
		'trang=0',
		'trang=-2',
		'trang=x',
		'trang=1.5',
		'sap-xep=khac',
		'cap=huyen',
		'so-lieu=1',
	])('takes nonsense as if it were not there: %s', (text) => {
		expect(parse(text)).toEqual(parse(''));
	});

	it('starts at page 1 again when anything but the page changes', () => {
		const query = parse('cap=to&trang=4');
		expect(rankingLink(query, { basis: 'provisional' })).toBe('?cap=to&so-lieu=tam-tinh');
		expect(rankingLink(query, { page: 5 })).toBe('?cap=to&trang=5');
		expect(rankingLink(query, { level: 'commune' })).toBe('?');
	});
});
