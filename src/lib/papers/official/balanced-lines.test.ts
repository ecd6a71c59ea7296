import { expect, it } from 'vitest';
import { balancedLines } from './balanced-lines';

it.each([
	['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 24, ['SỞ KHOA HỌC VÀ CÔNG NGHỆ']],
	[
		'HỘI ĐỒNG XÉT KHEN THƯỞNG TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG',
		24,
		['HỘI ĐỒNG XÉT KHEN THƯỞNG', 'TỔ CÔNG NGHỆ', 'SỐ CỘNG ĐỒNG'],
	],
	[
		'Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Sông Lam',
		66,
		['Về việc đề nghị tặng Bằng khen', 'của Chủ tịch Ủy ban nhân dân tỉnh Sông Lam'],
	],
	[
		'BẰNG KHEN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG LAM',
		48,
		['BẰNG KHEN CỦA CHỦ TỊCH', 'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM'],
	],
	['Tờ trình số       /TTr của Sở', 22, ['Tờ trình số       /TTr', 'của Sở']],
	['Dài', 2, ['Dài']],
])('divides %s', (title, most, lines) => {
	expect(balancedLines(title, most)).toEqual(lines);
});
