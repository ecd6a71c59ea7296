import { expect, it } from 'vitest';
import { drawUpPlan } from '../../src/lib/plans/draw-up.server';
import { beginTexts } from '../../src/lib/papers/official/begin-texts.server';
import { draftReport } from '../../src/lib/papers/official/draft-report.server';
import { gatherReport } from '../../src/lib/papers/official/gather-report.server';
import { readTexts, saveTexts } from '../../src/lib/papers/official/texts.server';
import { readRollUp } from '../../src/lib/reports/roll-up/read-roll-up.server';
import { submitRollUp } from '../../src/lib/reports/roll-up/submit-roll-up.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import type { Database } from '../../src/lib/server/db/client';
import { saveMembers } from '../../src/lib/teams/save-members.server';
import { saveTeams } from '../../src/lib/teams/save-teams.server';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { describeDatabase, rolledBack } from '../database';
import { addUnit, leaveForReaders, makeDistrict, reportAs } from '../database/office';
import { makeAccount } from '../database/province';
import { docxText } from '../fixtures/papers/docx-text';

const december = new Date('2022-12-20T02:00:00Z');

/** People of the commune team, then of each village team; their names are made up. */
const rosterOf = (teamId: number, size: number, fromOn: string, leads: string[][]) =>
	Array.from({ length: size }, (_, index) => {
		const [role, position] = leads[index] ?? ['member', ''];
		return { teamId, fullName: `Người Số ${index + 1}`, role, position, fromOn };
	});

describeDatabase('document 000: the commune of Cộng Hòa in 2022', (handle) => {
	const found = async (database: Database) => {
		const { unit: district, office } = await makeDistrict(database, 'Kim Thành', 'Hải Dương');
		const commune = await addUnit(database, {
			...{ code: '10771', level: 'commune', kind: 'xa', name: 'Cộng Hòa', parentId: district.id },
		});
		const villages = [];
		for (const [index, name] of ['Tường Vu', 'Lai Khê', 'Thanh Liên'].entries())
			villages.push(
				await addUnit(database, {
					...{ code: `10771-0${index + 1}`, level: 'village', kind: 'thon', name },
					parentId: commune.id,
				}),
			);
		const officer = await makeAccount(database, 'can-bo-xa', 'reporter', commune.id);
		const chair = await makeAccount(database, 'lanh-dao-xa', 'approver', commune.id);
		return { ...{ district, office, commune, villages, officer, chair } };
	};

	it('goes from founded teams over the villages’ reports to the paper', () =>
		rolledBack(handle(), async (database) => {
			const { district, office, commune, villages, officer, chair } = await found(database);

			// I.1: the commune's team of 13/6/2022 and three villages' teams of 15/4/2022.
			const [communeTeam = 0, ...villageTeams] = await saveTeams(database, chair, [
				{ unitId: commune.id, name: 'Tổ CNSCĐ xã Cộng Hòa', foundedOn: '2022-06-13' },
				...villages.map(({ id, name }) => ({
					...{ unitId: id, name: `Tổ CNSCĐ thôn ${name}`, foundedOn: '2022-04-15' },
				})),
			]);
			await saveMembers(database, chair, [
				...rosterOf(communeTeam, 15, '2022-06-13', [
					['leader', 'Phó Chủ tịch UBND xã'],
					['deputy', 'Công chức văn hóa - thông tin'],
					['deputy', 'Bí thư Đoàn TNCS Hồ Chí Minh'],
				]),
				...villageTeams.flatMap((team) =>
					rosterOf(team, 6, '2022-04-15', [['leader', 'Trưởng thôn']]),
				),
			]);

			// I.3: each village says what it reached; the commune's report is their sum.
			const reached = [
				[95, 400, 300],
				[100, 350, 290],
				[85, 300, 280],
			];
			for (const [index, { code }] of villages.entries()) {
				const [accounts = 0, level1 = 0, level2 = 0] = reached[index] ?? [];
				await reportAs(database, { reporter: officer, approver: chair }, code, '2022-12', {
					...{ publicServiceAccounts: accounts },
					...{ vneidLevel1Accounts: level1, vneidLevel2Accounts: level2 },
				});
			}
			const codes = { unit: commune.code, period: '2022-12' };
			const { sum, basis } = await readRollUp(database, officer, codes, december);
			expect(sum.entered).toMatchObject({
				'values.publicServiceAccounts': '280',
				'values.vneidLevel1Accounts': '1050',
				'values.vneidLevel2Accounts': '870',
			});
			const sent = await submitRollUp(
				database,
				officer,
				codes,
				{ ...sum.entered, basis },
				december,
			);
			expect(sent).toEqual({ revision: 1 });
			const decision = { ...codes, decision: 'approve', revision: 1, comment: '' } as const;
			expect(await decideReports(database, office.approver, [decision], december)).toMatchObject([
				{ status: 'done' },
			]);

			// III: what the commune asks for, and what it means to do in 2023.
			for (const [category, text] of [
				['funding', 'Hỗ trợ kinh phí hoạt động cho các tổ công nghệ số cộng đồng.'],
				['wifi', 'Lắp đặt wifi tại các điểm công cộng để người dân dùng dịch vụ mạng.'],
				['training', 'Mở các lớp tập huấn cho thành viên tổ.'],
			])
				await raiseTicket(
					database,
					officer,
					{ unitId: commune.id, kind: 'proposal', category, text },
					december,
				);
			const planned = { unitId: commune.id, year: 2023, title: 'Kế hoạch hoạt động năm 2023' };
			await drawUpPlan(
				database,
				officer,
				{ ...planned, number: '', issuedOn: null, template: 'teachSkills' },
				december,
			);

			const wanted = { unit: commune.code, span: '2022', basis: 'approved' } as const;
			const report = await gatherReport(database, officer, wanted);
			const { texts } = await readTexts(
				database,
				commune,
				report.span,
				await beginTexts(database, report),
			);
			for (const asked of ['kinh phí', 'wifi', 'tập huấn'])
				expect(texts.proposals).toContain(asked);
			const written = {
				...texts,
				legalBases:
					'Thực hiện Quyết định số 828/QĐ-UBND ngày 12/4/2022 của UBND huyện Kim Thành và Kế hoạch số 01/KH-TCĐ ngày 27/5/2022.',
				recipients: `Phòng Văn hóa - Thông tin huyện ${district.name}\nLưu: VP`,
			};
			await saveTexts(database, officer, wanted, written, december);
			const { content } = await draftReport(database, officer, wanted);
			leaveForReaders('play-000.docx', content);
			const lines = await docxText(content);
			for (const line of [
				'- Đã tạo 280 tài khoản dịch vụ công cho công dân.',
				'- Có 1.050 người đã có tài khoản VNeID mức 1.',
				'- Có 870 người đã có tài khoản VNeID mức 2.',
				'Kết quả hoạt động Tổ công nghệ số cộng đồng năm 2022',
				'và phương hướng hoạt động năm 2023',
				'trên địa bàn xã Cộng Hòa',
				'V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023',
			])
				expect(lines).toContain(line);
			const all = lines.join('\n');
			for (const part of [
				'828/QĐ-UBND',
				'gồm 15 thành viên, do Phó Chủ tịch UBND xã làm tổ trưởng',
				'33 thành viên',
				'Nơi nhận:',
			])
				expect(all).toContain(part);
		}));
});
