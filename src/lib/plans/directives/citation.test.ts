import { expect, it } from 'vitest';
import { basisLines, citationOf } from './citation';

const paper = {
	kind: 'decision' as const,
	number: '828/QĐ-UBND',
	issuedOn: '2022-03-30',
	issuer: 'UBND huyện Kim Thành',
	subject: 'Thành lập tổ công nghệ số cộng đồng',
};

it('cites a paper as official papers do', () => {
	expect(citationOf(paper)).toBe(
		'Quyết định số 828/QĐ-UBND ngày 30/3/2022 của UBND huyện Kim Thành về việc thành lập tổ công nghệ số cộng đồng',
	);
	expect(citationOf({ ...paper, issuedOn: '2022-02-05' })).toContain('ngày 05/02/2022');
	expect(citationOf({ ...paper, subject: 'Về việc kiện toàn các tổ.' })).toMatch(
		/Kim Thành về việc kiện toàn các tổ$/,
	);
	expect(citationOf({ ...paper, subject: 'Quyết định về số hóa' })).toMatch(/Kim Thành về số hóa$/);
	expect(citationOf({ ...paper, subject: 'VNeID cho mọi nhà' })).toMatch(/về việc VNeID cho/);
	expect(citationOf({ ...paper, kind: 'other' })).toMatch(/^Văn bản số 828/);
});

it('ends the basis with a full stop', () => {
	expect(basisLines([paper, paper]).map((line) => line.slice(-1))).toEqual([';', '.']);
	expect(basisLines([])).toEqual([]);
});
