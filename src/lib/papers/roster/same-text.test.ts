import { expect, it } from 'vitest';
import { saysTheSame } from './same-text';

it.each([
	['Nguyễn Văn Hoà', 'Nguyễn Văn Hòa', true],
	['Lê Thị Thuý', 'Lê Thị Thúy', true],
	['LÊ  THỊ THÚY', 'Lê Thị Thuý', true],
	['Nguyen Van Hoa', 'Nguyễn Văn Hòa', true],
	['Dang Duc Dong', 'Đặng Đức Đồng', true],
	['Nguyễn Văn Hoa', 'Nguyễn Văn Hòa', false],
	['Nguyễn Văn Hòa', 'Nguyen Van Hoa', false],
	['Trần Văn An', 'Trần Văn Ân', false],
])('%s as stored %s: %s', (written, stored, same) => {
	expect(saysTheSame(written, stored)).toBe(same);
});
