import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { docxText } from '../../../../tests/fixtures/papers/docx-text';
import { makeAccount } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import { syncCatalogue } from '../../indicators/sync.server';
import { decideReports } from '../../reports/decide.server';
import { submitReports } from '../../reports/submit.server';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { draftReport } from './draft-report.server';
import { readTexts, saveTexts } from './texts.server';

async function addUnit(
	database: Database,
	unit: { code: string; level: UnitLevel; kind: UnitKind; name: string; parentId: number | null },
) {
	const [added] = await database
		.insert(adminUnit)
		.values({ ...unit, searchName: unit.name.toLowerCase(), validFrom: '2020-01-01' })
		.returning();
	if (!added) throw new Error('The unit was not stored.');
	return added;
}

/** A number as the documents state it: `340`, `'>340'`, `'~1120'`. */
type Given = number | `>${number}` | `~${number}`;

function valuesOf(given: Record<string, Given>) {
	return Object.entries(given).map(([indicator, stated]) => {
		const text = String(stated);
		const mark = text.startsWith('>') ? '>' : text.startsWith('~') ? '~' : '=';
		return { indicator, value: Number(text.replace(/^[>~]/, '')), qualifier: mark };
	});
}

interface Office {
	reporter: Actor;
	approver: Actor;
}

/** Enters figures as the units do, and approves them as the level above does. */
async function report(
	database: Database,
	{ reporter, approver }: Office,
	unit: string,
	period: string,
	given: Record<string, Given>,
) {
	const now = new Date(`${period}-10T02:00:00Z`);
	const input = { unit, period, values: valuesOf(given) };
	const [result] = await submitReports(database, reporter, [input], { channel: 'form', now });
	expect(result).toMatchObject({ status: 'accepted' });
	const revision = result?.status === 'accepted' ? result.revision : 0;
	const decision = { unit, period, decision: 'approve', revision, comment: '' } as const;
	const [decided] = await decideReports(database, approver, [decision], now);
	expect(decided).toMatchObject({ status: 'done' });
}

/** Where set, drafts are left there to be opened and looked at. */
function leaveForReaders(name: string, content: Uint8Array) {
	const folder = process.env.DRAFTS_DIR;
	if (folder !== undefined) writeFileSync(join(folder, name), content);
}

describeDatabase('drafts from the facts of the source documents', (handle) => {
	const setUp = async (database: Database, district: string, province: string) => {
		await syncCatalogue(database);
		const country = await addUnit(database, {
			code: 'VN',
			level: 'country',
			kind: 'quocGia',
			name: 'Việt Nam',
			parentId: null,
		});
		const above = await addUnit(database, {
			code: '30',
			level: 'province',
			kind: 'tinh',
			name: province,
			parentId: country.id,
		});
		const unit = await addUnit(database, {
			code: '293',
			level: 'district',
			kind: 'huyen',
			name: district,
			parentId: above.id,
		});
		const office = {
			reporter: await makeAccount(database, 'bao-cao', 'reporter', above.id),
			approver: await makeAccount(database, 'duyet', 'approver', above.id),
		};
		return { unit, office };
	};

	it('states what the commune of document 000 reported for 2022', () =>
		rolledBack(handle(), async (database) => {
			const { unit: district, office } = await setUp(database, 'Kim Thành', 'Hải Dương');
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
				await report(database, office, code, '2022-11', { members: 6, villagesWithTeam: 1 });
			}
			await report(database, office, '10771', '2022-12', {
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
			const first = await readTexts(database, commune, {
				code: '2022',
				startsOn: '2022-01-01',
				endsOn: '2022-12-31',
			});
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
					difficulties: 'Một số tổ trưởng tuổi cao, tiếp cận công nghệ chậm.',
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
				'- Thành viên tổ cấp xã: 15 người.',
				'- Xã có tổ: 1/1 (100%).',
				'- Thôn có tổ: 3/3 (100%).',
				'- Thành viên: 18 người.',
				'- Nhóm Zalo điều hành chung: 1.',
				'- Nhóm Zalo của tổ ở thôn: 3.',
				'- Tài khoản dịch vụ công: 280.',
				'- VNeID mức 1: 1.050 người.',
				'- VNeID mức 2: 870 người.',
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
			expect(all.indexOf('III. KHÓ KHĂN')).toBeLessThan(all.indexOf('IV. ĐỀ XUẤT'));
		}));

	it('states what the district of document 003 reported for 2022 to October 2024', () =>
		rolledBack(handle(), async (database) => {
			const { unit: district, office } = await setUp(database, 'Tuy Phước', 'Bình Định');
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
				await report(database, office, code, '2024-10', {
					communesWithTeam: 1,
					communesRequired: 1,
					villagesWithTeam: villages,
					villagesRequired: villages,
					teamsReestablished: villages,
					members: index === 12 ? 33 : 35,
				});
			}
			const [first = '', second = '', third = ''] = communes;
			await report(database, office, first, '2023-11', {
				memberClasses: 1,
				memberClassAttendance: 78,
			});
			await report(database, office, second, '2023-11', {
				memberClasses: 1,
				memberClassAttendance: 79,
			});
			await report(database, office, third, '2023-06', { leaflets: 35_000, outreachSessions: 40 });
			await report(database, office, third, '2024-09', {
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
				'- Xã có tổ: 13/13 (100%).',
				'- Thôn có tổ: 101/101 (100%).',
				'- Thành viên: 453 người.',
				'- Tổ đã kiện toàn: 101.',
				'- Lớp tập huấn cho thành viên: 2.',
				'- Lượt thành viên dự tập huấn: 157 lượt.',
				'- Tờ rơi: 35.000.',
				'- Buổi tuyên truyền: hơn 340.',
				'- Lượt người dự tuyên truyền: hơn 8.000 lượt.',
				'- Buổi tuyên truyền của thanh niên: 221.',
				'- Lượt thanh niên tham gia: hơn 4.500 lượt.',
				'- Lượt hộ được tuyên truyền: hơn 8.000 lượt.',
				'- Buổi ra quân vận động: 30.',
				'- Lượt người dự ra quân: hơn 5.000 lượt.',
				'- Tin, bài: 420.',
				'- Chuyên mục truyền thanh: hơn 40.',
				'- Buổi tập huấn cho người dân: 39, trong đó: về thương mại điện tử 13; về thanh toán điện tử 26; về chuyên đề khác 0.',
				'- VNeID, không nêu mức: hơn 5.070 người.',
				'- Người dùng VssID: khoảng 1.120 người.',
				'- Người có tài khoản thanh toán: hơn 4.000 người, trong đó: đã thanh toán khoảng 3.200 người (khoảng 80%).',
				'- Người mua sắm trực tuyến: hơn 1.500 người.',
				'- Lượt nộp hồ sơ được hỗ trợ: hơn 4.020 lượt.',
			])
				expect(text).toContain(line);
			const byUnit = text.slice(text.indexOf('Phụ lục II'));
			expect(byUnit.some((line) => line.startsWith('1 | Xã Số 1 | 1 | 78 |'))).toBe(true);
			expect(byUnit.some((line) => line.startsWith('2 | Xã Số 2 | 1 | 79 |'))).toBe(true);
		}));

	it('refuses sessions whose topics do not make up their total', () =>
		rolledBack(handle(), async (database) => {
			const { unit, office } = await setUp(database, 'Tuy Phước', 'Bình Định');
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
