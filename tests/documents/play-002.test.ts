import ExcelJS from 'exceljs';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readContacts } from '../../src/lib/admin-units/contacts/read-contacts.server';
import { saveContact } from '../../src/lib/admin-units/contacts/save-contact.server';
import { draftReport } from '../../src/lib/papers/official/draft-report.server';
import { confirmImport } from '../../src/lib/papers/roster/confirm-import.server';
import { exportTeams } from '../../src/lib/papers/roster/export-teams.server';
import { readImport } from '../../src/lib/papers/roster/read-import.server';
import { takeImport } from '../../src/lib/papers/roster/take-import.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit, report } from '../../src/lib/server/db/schema';
import { countTeams } from '../../src/lib/teams/list/lines';
import { readTeamLines } from '../../src/lib/teams/list/read-lines.server';
import { syncCompositionRules } from '../../src/lib/teams/rules/sync.server';
import { openTeam } from '../../src/lib/teams/team/open-team.server';
import { describeDatabase, rolledBack } from '../database';
import { addUnit, leaveForReaders, makeDistrict, reportAs, valuesOf } from '../database/office';
import { makeAccount } from '../database/province';
import { docxText } from '../fixtures/papers/docx-text';

const april = new Date('2022-04-20T02:00:00Z');
const day = '2022-04-20';
const codes = { province: '38', district: '405' };
const names = ['Hiệp Khởi', 'Chính Kết', 'Phú Minh', 'Văn Khôi', 'Cựu Tự'];
const streets = ['Phố Toàn Tân', 'Phố Cao Sơn', 'Phố Nhuệ Sâm', 'Phố Thống Nhất'];
/** 41 people in nine teams. */
const sizes = [5, 5, 5, 5, 4, 5, 4, 4, 4];

describeDatabase('document 002: Thanh Hóa, with its form of 2022', (handle) => {
	const found = async (database: Database) => {
		const { unit: district, office } = await makeDistrict(
			...([database, 'Đông Sơn', 'Thanh Hóa', codes] as const),
		);
		const commune = { code: '16396', level: 'commune', kind: 'xa', name: 'Đông Hòa' } as const;
		const town = { code: '16378', level: 'commune', kind: 'thiTran', name: 'Rừng Thông' } as const;
		const below = await addUnit(database, { ...commune, parentId: district.id });
		const inTown = await addUnit(database, { ...town, parentId: district.id });
		for (const [index, name] of names.entries()) {
			const hamlet = { code: `16396-${index}`, level: 'village', kind: 'thon', name } as const;
			await addUnit(database, { ...hamlet, parentId: below.id });
		}
		for (const [index, street] of streets.entries()) {
			const name = street.replace('Phố ', '');
			const part = { code: `16378-${index}`, level: 'village', kind: 'pho', name } as const;
			await addUnit(database, { ...part, parentId: inTown.id });
		}
		await syncCompositionRules(database);
		const clerk = await makeAccount(database, 'huyen', 'reporter', district.id);
		const office1 = await makeAccount(database, 'so', 'administrator', district.parentId ?? 0);
		return { district, commune: below, office, clerk, administrator: office1 };
	};

	it('goes from the form of the district’s teams over monthly reports to the province’s paper', () =>
		rolledBack(handle(), async (database) => {
			const { district, commune, office, clerk, administrator } = await found(database);

			// 6.1, Phụ lục 1: as a district fills it, its heading misspelt as in the form itself.
			const workbook = new ExcelJS.Workbook();
			const sheet = workbook.addWorksheet('Phụ lục 1');
			sheet.addRows([
				['Tổng số Tổ công nghệ số trên địa bàn:', 9],
				['Tổng số thành viên các tổ:', 41],
				[
					...['TT', 'Tê xã/phường/thị trấn', 'Tên Tổ công nghệ số cộng đồng'],
					...['Số lượng thành viên của Tổ', 'Họ tên, chức vụ Tổ trưởng', 'Điện thoại'],
				],
				...[...names.map((name) => `Thôn ${name}`), ...streets].map((name, index) => [
					index < 5 ? index + 1 : index - 4,
					index < 5 ? 'Xã Đông Hoà' : 'Thị trấn Rừng Thông',
					name,
					sizes[index],
					index < 5 ? `Lê Văn Số ${index + 1}, Trưởng thôn` : `Lê Thị Số ${index + 1}, Trưởng phố`,
					`091200000${index}`,
				]),
			]);
			const content = new Uint8Array(await workbook.xlsx.writeBuffer());
			const taken = await takeImport(
				...([database, clerk] as const),
				{ kind: 'appendix', day, files: [{ name: 'dong-son.xlsx', content }] },
				april,
			);
			if (!('id' in taken)) throw new Error(taken.refused.refusal);
			const seen = await readImport(database, clerk, taken.id, { state: undefined, page: 1 });
			expect(seen.rows.map(({ state }) => state)).toEqual(sizes.map(() => 'new'));
			expect(seen.totals).toMatchObject([{ teams: 9, members: 41 }]);
			expect(await confirmImport(database, clerk, taken.id, april)).toBe(true);

			const lines = await readTeamLines(database, clerk, day);
			expect(countTeams(lines)).toMatchObject({ teams: 9, members: 41, withoutRoster: 9 });

			// 1: at least three people, which the list shows; 4.1: what the group is called.
			const teamId = lines.find(({ unit }) => unit.name === 'Hiệp Khởi')?.team?.id ?? 0;
			const opened = await openTeam(database, clerk, teamId, day);
			const [least, head] = opened.rules;
			expect(least).toMatchObject({ rule: { demand: { least: 3 } }, lack: null });
			expect(head).toMatchObject({ rule: { demand: { seat: ['villageHead'] } }, lack: null });
			expect(opened.zalo.expected).toBe('CNS-Thôn Hiệp Khởi-Xã Đông Hòa-Huyện Đông Sơn');

			const form = { file: 'docx', unit: district.code, day } as const;
			const letter = { addressee: 'Sở Thông tin và Truyền thông', basis: '' };
			const paper = await exportTeams(database, clerk, { ...form, letter });
			leaveForReaders('play-002-phu-luc-1.docx', paper.content);
			const listed = (await docxText(paper.content)).join('\n');
			for (const part of ['trên địa bàn: 9', 'các tổ: 41', 'Trưởng phố', 'kết quả thành lập'])
				expect(listed).toContain(part);

			// 6: strictly before day 28; 2.2: OCOP products of the places, never with the post's on top.
			const send = async (period: string, at: string) => {
				const input = { unit: district.code, period, values: valuesOf({ newsItems: 3 }) };
				const arrival = { channel: 'form', now: new Date(at) } as const;
				await submitReports(database, clerk, [input], arrival);
			};
			await send('2022-05', '2022-05-27T16:59:59Z');
			await send('2022-06', '2022-06-27T17:00:00Z');
			const sent = await database
				.select({ onTime: report.onTime })
				.from(report)
				.where(eq(report.unitId, district.id))
				.orderBy(report.id);
			expect(sent).toEqual([{ onTime: true }, { onTime: false }]);
			await reportAs(database, office, commune.code, '2022-06', {
				...{ ocopProducts: 10, ocopProductsListed: 10, paymentAccounts: 500 },
			});
			await database.insert(adminUnit).values({
				...{ code: 'BD', level: 'organisation', kind: 'buuChinh', name: 'Bưu điện tỉnh' },
				...{ searchName: 'buu dien tinh', parentId: district.parentId, validFrom: '2020-01-01' },
			});
			await reportAs(database, office, 'BD', '2022-06', {
				...{ ocopProducts: 120, ocopProductsListed: 96 },
			});
			const wanted = { unit: codes.province, span: '2022-06', basis: 'approved' } as const;
			const draft = await draftReport(database, office.reporter, wanted);
			leaveForReaders('play-002.docx', draft.content);
			const all = (await docxText(draft.content)).join('\n');
			expect(all).toContain('10 sản phẩm OCOP');
			expect(all).toContain('100%');
			expect(all).not.toContain('130 sản phẩm');
			// The post’s stand beside, with the gap, and the column of both has no sum.
			expect(all).toContain('cao hơn 110');
			expect(all).toContain('cột để trống tổng cộng');

			// End: whom to ask.
			const contact = { phone: '0237.3713.992', email: 'cntt@example.vn', hours: '' };
			const desk = { office: 'Phòng Quản lý công nghệ thông tin', ...contact };
			await saveContact(database, administrator, district.parentId ?? 0, desk, april);
			expect(await readContacts(database, commune.id)).toMatchObject([contact]);
		}));
});
