import { describe, expect, it } from 'vitest';
import { findTyped, TypeAhead } from './type-ahead';

const names = ['Thạch Bình', 'Thanh Hà', 'Thanh Yên', 'Yên Thạch', 'Đông Hòa'];
const find = (typed: string, current?: string) => findTyped(names, (name) => name, current, typed);

describe('findTyped', () => {
	it('reads a name with its space, without accents or with', () => {
		expect(find('thanh y')).toBe('Thanh Yên');
		expect(find('Thanh Hà', 'Yên Thạch')).toBe('Thanh Hà');
		expect(find('dong hoà')).toBe('Đông Hòa');
	});

	it('stays where it is while that fits', () => {
		expect(find('th', 'Thanh Hà')).toBe('Thanh Hà');
		expect(find('thạ', 'Thanh Hà')).toBe('Thanh Hà');
	});

	it('goes on with the same letter, and round', () => {
		expect(find('tt', 'Thạch Bình')).toBe('Thanh Hà');
		expect(find('tt', 'Thanh Yên')).toBe('Thạch Bình');
	});

	it('finds nothing for what no name begins with', () => {
		expect(find('x')).toBeUndefined();
		expect(find(' ')).toBeUndefined();
	});
});

it('letters belong together until one pauses', () => {
	const typing = new TypeAhead();
	expect(typing.press('t', 0)).toBe('t');
	expect(typing.press(' ', 900)).toBe('t ');
	expect(typing.press('y', 2000)).toBe('y');
});
