import { expect, it } from 'vitest';
import { arrange, withNameOrder } from './arrange';
import { parseShortlistQuery, shortlistLink, shortlistParameters } from './query';

const query = (text: string) => parseShortlistQuery(new URLSearchParams(text));

it('keeps what a reader chose in the address', () => {
	const text =
		'hang-muc=3&bang=tien-bo&sap-xep=-ten&nhom=2&tuong-dong=17&tim=L%C3%A2m&ca-danh-sach=1&trang=2';
	const chosen = query(text);
	expect(chosen).toEqual({
		...{ category: 3, board: 'growth', sort: 'name', reversed: true },
		...{ band: 2, peersOf: 17, search: 'Lâm', whole: true, page: 2 },
	});
	expect(new URLSearchParams(shortlistParameters(chosen)).toString()).toBe(text);
	expect(shortlistLink(chosen, { band: null })).not.toContain('trang');
	expect(query('')).toMatchObject({ category: null, board: 'level', sort: 'place', page: 1 });
	expect(query('nhom=-1&hang-muc=x&tuong-dong=0')).toMatchObject({ band: null, category: null });
	expect(shortlistLink(query(''), {})).toBe('?');
});

const row = (unitId: number, name: string, place: number, band: number, households: number) => ({
	...{ unitId, name, searchName: name.toLowerCase(), place, band, households },
	...{ score: 100 - place, both: { top: place === 1 ? 1 : 0.2 } },
});
const rows = withNameOrder([
	row(1, 'An', 1, 1, 300),
	row(2, 'Binh', 2, 1, 500),
	row(3, 'An Lac', 3, 2, 100),
]);
const ids = (text: string, peers: Set<number> | null = null) =>
	arrange(rows, query(text), { search: query(text).search.toLowerCase(), peers }).entries.map(
		({ unitId }) => unitId,
	);

it('sorts and filters by band, peers and name', () => {
	expect(ids('')).toEqual([1, 2, 3]);
	expect(ids('sap-xep=-hang')).toEqual([3, 2, 1]);
	expect(ids('sap-xep=so-ho')).toEqual([2, 1, 3]);
	expect(ids('sap-xep=ten')).toEqual([1, 3, 2]);
	expect(ids('sap-xep=xac-suat')).toEqual([1, 2, 3]);
	expect(ids('nhom=2')).toEqual([3]);
	expect(ids('tim=an')).toEqual([1, 3]);
	expect(ids('', new Set([2, 3]))).toEqual([2, 3]);
});

it('orders names as Vietnamese does, numbers by their size, and equal ones alike', () => {
	const names = ['Thôn 10', 'Đông Hà', 'Thôn 2', 'Dương', 'Thôn 2', 'Ân', 'An'];
	const ordered = withNameOrder(names.map((name) => ({ name })));
	expect(ordered.map(({ name }) => name)).toEqual(names);
	expect(ordered.map(({ nameOrder }) => nameOrder)).toEqual([5, 3, 4, 2, 4, 1, 0]);
});

it('cuts what was found into pages, or shows all of it to be printed', () => {
	const many = withNameOrder(
		Array.from({ length: 120 }, (_, index) => row(index, `Xã ${index}`, index + 1, 1, 100)),
	);
	const shown = (text: string) => arrange(many, query(text), { search: '', peers: null });
	expect(shown('trang=3')).toMatchObject({ found: 120, page: 3, pages: 3 });
	expect(shown('trang=3').entries).toHaveLength(20);
	expect(shown('ca-danh-sach=1&trang=3')).toMatchObject({ found: 120, page: 1, pages: 1 });
	expect(shown('ca-danh-sach=1').entries).toHaveLength(120);
	expect(shown('ca-danh-sach=1&nhom=7')).toMatchObject({ found: 0, page: 1, pages: 1 });
});
