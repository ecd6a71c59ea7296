import { describe, expect, it } from 'vitest';
import { docxText, entryText } from '../../../../tests/fixtures/papers/docx-text';

import { readGrids } from '../workbook/read-grids.server';
import { blankLetter, type TeamList } from './team-list';
import { writeAppendixDocx } from './write-docx';
import { writeMembersDocx } from './write-members-docx';
import { writeAppendixXlsx } from './write-xlsx.server';

const unit = { kind: 'huyen', name: 'Đông Sơn', code: '405' } as const;
const team = (commune: string, name: string, members: number) => ({
	commune,
	name,
	members,
	leader: 'Lê Thị Thử',
	position: 'Trưởng thôn',
	phone: '0912345678',
});
const list: TeamList = {
	unit,
	day: '2022-04-29',
	teams: [
		team('Xã Đông Hòa', 'Tổ thôn Hiệp Khởi', 5),
		team('Xã Đông Hòa', 'Tổ thôn Cựu Tự', 4),
		team('Xã Đông Ninh', 'Tổ thôn Hạc Thành', 6),
	],
	letter: {
		addressee: 'Sở Thông tin và Truyền thông Thanh Hóa',
		basis: 'Công văn số 405/STTTT-CNTT ngày 25/3/2022 về việc thành lập tổ',
	},
};

describe('Phụ lục 1 as a paper', () => {
	it('says to whom, on what and with what result, names the commune on every line, and adds up', async () => {
		const text = await docxText(await writeAppendixDocx(list));
		for (const line of [
			'Kính gửi: Sở Thông tin và Truyền thông Thanh Hóa',
			'Thực hiện Công văn số 405/STTTT-CNTT ngày 25/3/2022 về việc thành lập tổ, Ủy ban nhân dân huyện Đông Sơn báo cáo kết quả thành lập Tổ công nghệ số cộng đồng trên địa bàn huyện Đông Sơn như sau:',
			'Tổng số Tổ công nghệ số trên địa bàn: 3',
			'Tổng số thành viên các tổ: 15',
			'1 | Xã Đông Hòa | Tổ thôn Hiệp Khởi | 5 | Lê Thị Thử, Trưởng thôn | 0912345678',
			'2 | Xã Đông Hòa | Tổ thôn Cựu Tự | 4 | Lê Thị Thử, Trưởng thôn | 0912345678',
			'1 | Xã Đông Ninh | Tổ thôn Hạc Thành | 6 | Lê Thị Thử, Trưởng thôn | 0912345678',
		])
			expect(text).toContain(line);
		expect(text.find((line) => line.startsWith('Tổng cộng'))).toMatch(/^Tổng cộng: 3 tổ \| 15/);
	});

	it('leaves room where nobody filled it in', async () => {
		const text = await docxText(await writeAppendixDocx({ ...list, letter: blankLetter }));
		expect(text.find((line) => line.startsWith('Kính gửi: ……'))).toBeDefined();
		expect(
			text.find((line) => /^Thực hiện Công văn số …+ ngày …+ của …+/.test(line)),
		).toBeDefined();
	});

	it('keeps its last lines on the page of the signature, and its headings on every page', async () => {
		const xml = await entryText(await writeAppendixDocx(list), 'word/document.xml');
		const rows = xml.split('<w:tr>').filter((row) => row.includes('Đông') || row.includes('TT<'));
		expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(1);
		const last = rows.filter((row) => row.includes('0912345678'));
		expect(last.at(-1)).toContain('<w:keepNext/>');
		// Rows of one table alone are kept together by every program.
		expect(xml.lastIndexOf('THỦ TRƯỞNG')).toBeLessThan(xml.lastIndexOf('</w:tbl>'));
		expect(xml.slice(xml.indexOf('0912345678'), xml.indexOf('THỦ TRƯỞNG'))).not.toContain(
			'<w:tbl>',
		);
	});

	it('bears the national title as a workbook too', async () => {
		const { grids } = await readGrids(await writeAppendixXlsx(list));
		const texts = grids.flatMap(({ rows }) =>
			rows.flatMap(({ cells }) => cells.map(({ content }) => content)),
		);
		for (const text of [
			'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
			'Độc lập - Tự do - Hạnh phúc',
			'Kính gửi: Sở Thông tin và Truyền thông Thanh Hóa',
			'Tổng cộng: 3 tổ',
			'THỦ TRƯỞNG ĐƠN VỊ',
		])
			expect(texts).toContain(text);
	});
});

describe('the annex of members', () => {
	it('numbers everybody anew in each team, with its size', async () => {
		const member = (fullName: string, role: 'leader' | 'member') => ({
			fullName,
			role,
			position: 'Trưởng thôn',
			phone: '0912345678',
		});
		const content = await writeMembersDocx({
			unit,
			day: '2022-04-29',
			teams: [
				{
					name: 'Tổ thôn Một',
					commune: 'Xã Đông Hòa',
					members: [member('Lê Thị Thử', 'leader'), member('Trần Văn Mẫu', 'member')],
				},
				{
					name: 'Tổ xã Đông Ninh',
					commune: 'Xã Đông Ninh',
					members: [member('Ngô Thị Ví', 'leader')],
				},
			],
		});
		const text = await docxText(content);
		for (const line of [
			'Tổ thôn Một – Xã Đông Hòa (2 người)',
			'1 | Lê Thị Thử | Trưởng thôn | Tổ trưởng | 0912345678',
			'2 | Trần Văn Mẫu | Trưởng thôn | Thành viên | 0912345678',
			'Tổ xã Đông Ninh (1 người)',
			'1 | Ngô Thị Ví | Trưởng thôn | Tổ trưởng | 0912345678',
			'Tổng cộng: 2 tổ, 3 thành viên',
		])
			expect(text).toContain(line);
	});
});
