import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	addUnit,
	leaveForReaders,
	makeDistrict,
	reportAs,
	valuesOf,
	type Given,
} from '../../../../tests/database/office';
import { docxText } from '../../../../tests/fixtures/papers/docx-text';
import { submitReports } from '../../reports/intake/submit.server';
import { beginTexts } from './begin-texts.server';
import { draftReport } from './draft-report.server';
import { gatherReport } from './gather-report.server';
import { readTexts, saveTexts } from './texts.server';

describeDatabase('drafts from the facts of the source documents', (handle) => {
	it('states what the commune of document 000 reported for 2022', () =>
		rolledBack(handle(), async (database) => {
			const { unit: district, office } = await makeDistrict(database, 'Kim Thành', 'Hải Dương');
			const commune = await addUnit(database, {
				code: '10771',
				level: 'commune',
				kind: 'xa',
				name: 'Cộng Hòa',
				parentId: district.id,
			});
			for (const [index, name] of ['Tường Vu', 'Lai Khê', 'Thanh Liên'].entries()) {
				const code = `10771-0${index + 1}`;
				const village = { code, level: 'village', kind: 'thon', name } as const;
				await addUnit(database, { ...village, parentId: commune.id });
				await reportAs(database, office, code, '2022-11', { members: 6, villagesWithTeam: 1 });
			}
			await reportAs(database, office, '10771', '2022-12', {
				communesWithTeam: 1,
				communesRequired: 1,
				communeTeamMembers: 15,
				villagesWithTeam: 3,
				villagesRequired: 3,
				communeZaloGroups: 1,
				villageZaloGroups: 3,
				publicServiceAccounts: 280,
				vneidLevel1Accounts: 1050,
				vneidLevel2Accounts: 870,
			});
			const wanted = { unit: '10771', span: '2022', basis: 'approved' } as const;
			const now = new Date('2022-12-20T02:00:00Z');
			const report = await gatherReport(database, office.reporter, wanted);
			const begun = await beginTexts(database, report);
			const { texts: first } = await readTexts(database, commune, report.span, begun);
			const saved = await saveTexts(
				database,
				office.reporter,
				wanted,
				{
					...first,
					legalBases:
						'Thực hiện Quyết định số 828/QĐ-UBND ngày 12/4/2022 và Kế hoạch số 01/KH-TCĐ ngày 27/5/2022.',
					situation:
						'Tổ công nghệ số cộng đồng xã được thành lập ngày 13/6/2022. Ngày 15/4/2022, xã có Quyết định số 60/QĐ-UBND thành lập tổ ở 03 thôn.',
					limits: 'Một số tổ trưởng tuổi cao; có thành viên chưa dùng điện thoại thông minh.',
					causes: 'Người dân chưa quen dùng dịch vụ mạng.',
					solutions: 'Tiếp tục tuyên truyền đến từng hộ; ghép người trẻ giúp tổ trưởng cao tuổi.',
					proposals: 'Hỗ trợ kinh phí hoạt động cho các tổ.\nLắp đặt wifi tại các điểm công cộng.',
					recipients: 'Phòng Văn hóa - Thông tin huyện\nLưu: VP',
				},
				now,
			);
			expect(saved).toHaveProperty('texts');

			const { content, name } = await draftReport(database, office.reporter, wanted);
			leaveForReaders('000.docx', content);
			expect(name).toBe('bao-cao-10771-2022.docx');
			const text = await docxText(content);
			for (const line of [
				'- Tổ cấp xã có 15 thành viên.',
				'- Có 1/1 đơn vị cấp xã (100%) đã thành lập tổ cấp xã.',
				'- Có 3/3 thôn, tổ dân phố (100%) đã có tổ.',
				'- Các tổ có 18 thành viên.',
				'- Đã lập 1 nhóm Zalo điều hành chung.',
				'- Đã lập 3 nhóm Zalo của tổ ở thôn, tổ dân phố.',
				'- Đã tạo 280 tài khoản dịch vụ công cho công dân.',
				'- Có 1.050 người đã có tài khoản VNeID mức 1.',
				'- Có 870 người đã có tài khoản VNeID mức 2.',
				'Phụ lục I',
				'Phụ lục II',
				'1 | Thôn Lai Khê | 1 | 6',
				'2 | Thôn Thanh Liên | 1 | 6',
				'3 | Thôn Tường Vu | 1 | 6',
			])
				expect(text).toContain(line);
			const all = text.join('\n');
			for (const part of ['13/6/2022', '15/4/2022', 'ỦY BAN NHÂN DÂN XÃ CỘNG HÒA', 'Nơi nhận:'])
				expect(all).toContain(part);
			expect(all).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
			expect(all).toContain('Cộng Hòa, ngày        tháng        năm 2022');
			expect(text).toContain('Kết quả hoạt động Tổ công nghệ số cộng đồng năm 2022');
			expect(text).toContain('và phương hướng hoạt động năm 2023');
			expect(text).toContain('trên địa bàn xã Cộng Hòa');
			const headings = text.filter((line) => /^(?:[IV]+|\d)\. /.test(line));
			expect(headings.slice(-7)).toEqual([
				'III. ĐÁNH GIÁ CHUNG',
				'1. Ưu điểm',
				'2. Tồn tại, hạn chế',
				'3. Nguyên nhân',
				'4. Giải pháp',
				'IV. ĐỀ XUẤT, KIẾN NGHỊ',
				'V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023',
			]);
		}));

	it('states what the district of document 003 reported for 2022 to October 2024', () =>
		rolledBack(handle(), async (database) => {
			const { unit: district, office } = await makeDistrict(database, 'Tuy Phước', 'Bình Định');
			const communes: string[] = [];
			for (let index = 0; index < 13; index++) {
				const code = `2198${String(index).padStart(2, '0')}`;
				communes.push(code);
				await addUnit(database, {
					code,
					level: 'commune',
					kind: 'xa',
					name: `Số ${index + 1}`,
					parentId: district.id,
				});
				const villages = index === 12 ? 5 : 8;
				await reportAs(database, office, code, '2024-10', {
					communesWithTeam: 1,
					communesRequired: 1,
					villagesWithTeam: villages,
					villagesRequired: villages,
					teamsReestablished: villages,
					members: index === 12 ? 33 : 35,
				});
			}
			const [first = '', second = '', third = ''] = communes;
			await reportAs(database, office, first, '2023-11', {
				memberClasses: 1,
				memberClassAttendance: 78,
			});
			await reportAs(database, office, second, '2023-11', {
				memberClasses: 1,
				memberClassAttendance: 79,
			});
			await reportAs(database, office, third, '2023-06', {
				leaflets: 35_000,
				outreachSessions: 40,
			});
			await reportAs(database, office, third, '2024-09', {
				outreachSessions: '>300',
				outreachAttendance: '>8000',
				youthOutreachSessions: 221,
				youthVolunteerTurns: '>4500',
				householdTurns: '>8000',
				campaignSessions: 30,
				campaignAttendance: '>5000',
				newsItems: 420,
				radioProgrammes: '>40',
				citizenSessions: 39,
				citizenSessionsEcommerce: 13,
				citizenSessionsEpayment: 26,
				citizenSessionsOtherTopics: 0,
				vneidLevelUnstatedAccounts: '>5070',
				vssidUsers: '~1120',
				paymentAccounts: '>4000',
				payingPeople: '~3200',
				marketplaceBuyers: '>1500',
				onlineFilingsHelped: '>4020',
			});
			const wanted = { unit: '293', span: '2022-01..2024-10', basis: 'approved' } as const;
			const { content } = await draftReport(database, office.reporter, wanted);
			leaveForReaders('003.docx', content);
			const text = await docxText(content);
			for (const line of [
				'- Có 13/13 đơn vị cấp xã (100%) đã thành lập tổ cấp xã.',
				'- Có 101/101 thôn, tổ dân phố (100%) đã có tổ.',
				'- Các tổ có 453 thành viên.',
				'- Đã củng cố, kiện toàn 101 tổ.',
				'- Đã mở 2 lớp tập huấn cho thành viên các tổ.',
				'- Các lớp tập huấn có 157 lượt thành viên tham dự.',
				'- Đã phát 35.000 tờ rơi tuyên truyền.',
				'- Đã tổ chức hơn 340 buổi tuyên truyền về chuyển đổi số.',
				'- Các buổi tuyên truyền có hơn 8.000 lượt người tham dự.',
				'- Đoàn viên, thanh niên đã thực hiện 221 buổi tuyên truyền.',
				'- Có hơn 4.500 lượt đoàn viên, thanh niên tham gia.',
				'- Đã tuyên truyền, hướng dẫn cho hơn 8.000 lượt hộ dân.',
				'- Đã tổ chức 30 buổi ra quân vận động.',
				'- Các buổi ra quân có hơn 5.000 lượt người tham gia.',
				'- Đã đăng, phát 420 tin, bài về chuyển đổi số.',
				'- Đã xây dựng hơn 40 chuyên mục truyền thanh về chuyển đổi số.',
				'- Đã tổ chức 39 buổi tập huấn, hướng dẫn cho người dân, trong đó 13 buổi về thương mại điện tử và 26 buổi về thanh toán điện tử.',
				'- Đã hỗ trợ hơn 5.070 người cài đặt VNeID.',
				'- Đã hỗ trợ khoảng 1.120 người cài đặt, sử dụng VssID.',
				'- Có hơn 4.000 người đã có tài khoản, ứng dụng thanh toán điện tử, trong đó khoảng 3.200 người (khoảng 80%) đã dùng để thanh toán.',
				'- Có hơn 1.500 người đã cài đặt, sử dụng nền tảng thương mại điện tử.',
				'- Đã hỗ trợ nộp thành công hơn 4.020 lượt hồ sơ dịch vụ công trực tuyến.',
			])
				expect(text).toContain(line);
			const byUnit = text.slice(text.indexOf('Phụ lục II'));
			expect(byUnit.some((line) => line.startsWith('1 | Xã Số 1 | 1 | 78 |'))).toBe(true);
			expect(byUnit.some((line) => line.startsWith('2 | Xã Số 2 | 1 | 79 |'))).toBe(true);
		}));

	it('refuses sessions whose topics do not make up their total', () =>
		rolledBack(handle(), async (database) => {
			const { unit, office } = await makeDistrict(database, 'Tuy Phước', 'Bình Định');
			const commune = { code: '21980', level: 'commune', kind: 'xa', name: 'Một' } as const;
			await addUnit(database, { ...commune, parentId: unit.id });
			const submit = async (given: Record<string, Given>) => {
				const input = { unit: '21980', period: '2024-09', values: valuesOf(given) };
				const now = new Date('2024-09-10T02:00:00Z');
				const [result] = await submitReports(database, office.reporter, [input], {
					channel: 'form',
					now,
				});
				return result;
			};
			const topics = { citizenSessions: 39, citizenSessionsEcommerce: 13 };
			expect(await submit({ ...topics, citizenSessionsEpayment: 27 })).toMatchObject({
				problems: [{ field: 'values.citizenSessions', rule: 'partsAtMostTotal' }],
			});
			expect(
				await submit({ ...topics, citizenSessionsEpayment: 25, citizenSessionsOtherTopics: 0 }),
			).toMatchObject({
				problems: [{ field: 'values.citizenSessions', rule: 'partsEqualTotal' }],
			});
			expect(
				await submit({ ...topics, citizenSessionsEpayment: 26, citizenSessionsOtherTopics: 0 }),
			).toMatchObject({ status: 'accepted' });
		}));
});
