import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { names, positions } from '../../../../tests/fixtures/papers/people';
import { readLeaderCell, writeLeaderCell } from './leader-cell';

describe('the cell with the leader and the position', () => {
	it.each([
		['Nguyễn Văn An\nTrưởng thôn', 'Nguyễn Văn An', 'Trưởng thôn'],
		['Ông Nguyễn Văn An, Trưởng thôn', 'Nguyễn Văn An', 'Trưởng thôn'],
		['Bà: Lê Thị Bé - Bí thư chi bộ, Trưởng thôn', 'Lê Thị Bé', 'Bí thư chi bộ, Trưởng thôn'],
		['Đ/c Trần Văn Cường (Trưởng bản)', 'Trần Văn Cường', 'Trưởng bản'],
		['Nguyễn Văn An – Trưởng KDC', 'Nguyễn Văn An', 'Trưởng KDC'],
		['Nguyễn Văn An Trưởng thôn', 'Nguyễn Văn An', 'Trưởng thôn'],
		['Nguyễn Văn An-Trưởng thôn', 'Nguyễn Văn An', 'Trưởng thôn'],
		['Nguyễn Văn An Phó Chủ tịch UBND xã', 'Nguyễn Văn An', 'Phó Chủ tịch UBND xã'],
		["Y-Bhăm H'Drung", "Y-Bhăm H'Drung", ''],
		['Nguyễn Văn An,\n', 'Nguyễn Văn An', ''],
		['', '', ''],
	])('%j', (text, fullName, position) => {
		expect(readLeaderCell(text)).toMatchObject({ fullName, position });
	});

	it('reads back any name and position that it writes', () => {
		fc.assert(
			fc.property(names, positions, (fullName, position) => {
				const text = writeLeaderCell({ fullName, position });
				expect(readLeaderCell(text)).toMatchObject({ fullName, position });
			}),
		);
		const namedSo = { fullName: 'Ông Ích Khiêm', position: '' };
		expect(readLeaderCell(writeLeaderCell(namedSo))).toMatchObject(namedSo);
	});
});
