import { describe, expect, it } from 'vitest';
import { cellToFigure, figureToCell } from './figure-text';

const none = { value: null, qualifier: '=' } as const;

describe('a cell of a report', () => {
	it.each([
		['không có số liệu', { ...none, status: 'notAvailable' }],
		['KHÔNG CÓ SỐ LIỆU', { ...none, status: 'notAvailable' }],
		['khong  co so\u00a0lieu', { ...none, status: 'notAvailable' }],
		['chưa có số liệu', { ...none, status: 'notAvailable' }],
		['Không áp dụng'.normalize('NFD'), { ...none, status: 'notApplicable' }],
		['Không áp ðụng', { ...none, status: 'notApplicable' }],
		['hơn 12', { status: 'value', value: 12, qualifier: '>' }],
		['> 1.234', { status: 'value', value: 1234, qualifier: '>' }],
		['≈ 12', { status: 'value', value: 12, qualifier: '~' }],
		['khoảng 1 234', { status: 'value', value: 1234, qualifier: '~' }],
		['', null],
		['không rõ', undefined],
		['-12', undefined],
	])('%j says %j', (content, figure) => {
		expect(cellToFigure(content)).toEqual(figure);
	});

	it('reads what it writes', () => {
		for (const figure of [
			{ ...none, status: 'notAvailable' },
			{ ...none, status: 'notApplicable' },
			{ status: 'value', value: 7, qualifier: '=' },
			{ status: 'value', value: 7, qualifier: '>' },
			{ status: 'value', value: 7, qualifier: '~' },
		] as const)
			expect(cellToFigure(figureToCell(figure))).toEqual(figure);
	});
});
