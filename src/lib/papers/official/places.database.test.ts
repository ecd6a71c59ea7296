import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	addUnit,
	leaveForReaders,
	makeDistrict,
	reportAs,
} from '../../../../tests/database/office';
import { docxText } from '../../../../tests/fixtures/papers/docx-text';
import { recordActivity } from '../../activities/record.server';
import type { Database } from '../../server/db/client';
import {
	plan,
	planTask,
	statedTeamSize,
	taskAssignment,
	team,
	teamMember,
	teamPaper,
} from '../../server/db/schema';
import { answerTicket } from '../../tickets/answer.server';
import { raiseTicket } from '../../tickets/raise.server';
import { draftReport } from './draft-report.server';

/** A commune with villages, each with a team whose size a list stated. */
async function addCommune(
	database: Database,
	parentId: number,
	{
		code,
		name,
		villages,
		members,
	}: { code: string; name: string; villages: string[]; members: number },
) {
	const commune = await addUnit(database, { code, level: 'commune', kind: 'xa', name, parentId });
	const units = [commune];
	for (const [index, village] of villages.entries())
		units.push(
			await addUnit(database, {
				code: `${code}-0${index + 1}`,
				level: 'village',
				kind: 'thon',
				name: village,
				parentId: commune.id,
			}),
		);
	for (const unit of units) {
		const foundedOn = '2022-04-20';
		const [made] = await database
			.insert(team)
			.values({ unitId: unit.id, name: `Tổ công nghệ số cộng đồng ${unit.name}`, foundedOn })
			.returning();
		await database
			.insert(statedTeamSize)
			.values({ teamId: made?.id ?? 0, statedOn: foundedOn, members });
	}
	return units;
}

describeDatabase('what a report begins with', (handle) => {
	it('is told from the registry, the log, the plan and tickets of a district for its year', () =>
		rolledBack(handle(), async (database) => {
			const { unit: district, office } = await makeDistrict(database, 'Tứ Kỳ', 'Hải Dương');
			const [steering] = await database
				.insert(team)
				.values({
					unitId: district.id,
					name: 'Tổ chỉ đạo triển khai công nghệ số cộng đồng huyện',
					foundedOn: '2022-04-06',
				})
				.returning();
			const teamId = steering?.id ?? 0;
			await database
				.insert(teamPaper)
				.values({ teamId, kind: 'founding', number: '1252/QĐ-UBND', issuedOn: '2022-04-06' });
			const member = { teamId, fullName: 'Người Thử', fromOn: '2022-04-06' };
			await database.insert(teamMember).values([
				{ ...member, role: 'leader', position: 'Phó Chủ tịch UBND huyện' },
				{ ...member, role: 'deputy', position: 'Trưởng phòng Văn hóa và Thông tin' },
				{ ...member, role: 'member', position: 'Chuyên viên' },
			]);
			const [commune, village] = await addCommune(database, district.id, {
				code: '11170',
				name: 'Dân Chủ',
				villages: ['Một', 'Hai'],
				members: 5,
			});
			if (!commune || !village) throw new Error('a commune of two villages');

			const [drawn] = await database
				.insert(plan)
				.values({
					unitId: district.id,
					year: 2022,
					title: 'Kế hoạch hoạt động năm 2022',
					drawnUpBy: office.reporter.accountId,
					drawnUpAt: new Date('2022-04-01T03:00:00Z'),
				})
				.returning();
			const addTask = async (what: string, lead: string, dueOn: string, doneOn: string | null) => {
				const task = { planId: drawn?.id ?? 0, what, lead, place: '', product: '' };
				const [added] = await database
					.insert(planTask)
					.values({ ...task, startsOn: '2022-04-01', dueOn })
					.returning();
				await database.insert(taskAssignment).values({
					taskId: added?.id ?? 0,
					unitId: district.id,
					state: doneOn === null ? 'open' : 'done',
					doneOn,
				});
			};
			await addTask('Thành lập tổ ở các xã, thôn', 'Phòng Nội vụ', '2022-04-30', '2022-04-28');
			await addTask('Lập nhóm chung của mỗi xã', 'Các doanh nghiệp viễn thông', '2022-06-30', null);
			await addTask('Tập huấn cho các tổ', 'Huyện đoàn', '2023-03-31', null);

			const log = (kind: string, topic: string, count: number) =>
				Promise.all(
					Array.from({ length: count }, (_, index) =>
						recordActivity(
							database,
							office.reporter,
							{
								key: `${kind}-${topic}-${index}`.padEnd(16, '0'),
								unitId: village.id,
								kind,
								topic,
								heldOn: '2022-09-10',
								place: 'Nhà văn hóa',
								attendance: 20,
							},
							{ photo: null, now: new Date('2022-09-11T03:00:00Z') },
						),
					),
				);
			await log('citizenSession', 'skill2', 1);
			await log('citizenSession', 'skill3', 2);
			const at = new Date('2022-10-05T03:00:00Z');
			const raise = (kind: string, category: string, text: string) =>
				raiseTicket(database, office.reporter, { unitId: commune.id, kind, category, text }, at);
			const raised = await raise(
				'difficulty',
				'devices',
				'Nhiều người chưa có điện thoại thông minh.',
			);
			await answerTicket(
				database,
				office.approver,
				raised,
				{ text: 'Đã vận động tặng máy cũ.' },
				at,
			);
			await raise('proposal', 'funding', 'Hỗ trợ kinh phí cho các tổ.');

			const wanted = { unit: district.code, span: '2022', basis: 'approved' } as const;
			const { content } = await draftReport(database, office.reporter, wanted);
			leaveForReaders('001.docx', content);
			const text = await docxText(content);
			expect(text.slice(text.indexOf('I. TÌNH HÌNH CHUNG'), -2)).toEqual([
				'I. TÌNH HÌNH CHUNG',
				'Tổ chỉ đạo triển khai công nghệ số cộng đồng huyện được thành lập ngày 06/4/2022 theo Quyết định số 1252/QĐ-UBND, gồm 3 thành viên, do Phó Chủ tịch UBND huyện làm tổ trưởng, Trưởng phòng Văn hóa và Thông tin làm tổ phó.',
				'Trên địa bàn có 1/1 đơn vị cấp xã thành lập tổ cấp xã và 2/2 thôn, tổ dân phố có tổ, với tổng số 18 thành viên.',
				'II. KẾT QUẢ THỰC HIỆN',
				'1. Công tác thông tin, tuyên truyền',
				'a) Hình thức',
				'Việc tuyên truyền, hướng dẫn được thực hiện bằng hình thức: các buổi hướng dẫn thực hành cho người dân.',
				'b) Nội dung',
				'Nội dung tập trung vào mua sắm, bán hàng trực tuyến và thanh toán trực tuyến. Đã tổ chức 3 buổi hướng dẫn cho người dân, trong đó 1 buổi về mua sắm, bán hàng trực tuyến và 2 buổi về thanh toán trực tuyến.',
				'2. Công tác phối hợp',
				'Đã phối hợp với Phòng Nội vụ thực hiện các nhiệm vụ theo kế hoạch.',
				'III. ĐÁNH GIÁ CHUNG',
				'1. Ưu điểm',
				'- Đã hoàn thành 1/2 nhiệm vụ đến hạn theo kế hoạch.',
				'2. Tồn tại, hạn chế',
				'- Về thiết bị: nhiều người chưa có điện thoại thông minh (đã được trả lời).',
				'- Còn 1 nhiệm vụ theo kế hoạch chưa hoàn thành đúng hạn: lập nhóm chung của mỗi xã.',
				'3. Nguyên nhân',
				'…………………………………………………………………………',
				'4. Giải pháp',
				'- Về thiết bị: đã vận động tặng máy cũ.',
				'IV. ĐỀ XUẤT, KIẾN NGHỊ',
				'- Về kinh phí: hỗ trợ kinh phí cho các tổ.',
				'V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023',
				'- Tiếp tục hoàn thành nhiệm vụ: lập nhóm chung của mỗi xã.',
				'- Tập huấn cho các tổ (Huyện đoàn thực hiện, hoàn thành chậm nhất ngày 31/3/2023).',
			]);
		}));

	it('adds up what the units of a province reported, below its households and skills', () =>
		rolledBack(handle(), async (database) => {
			const { unit: district, office } = await makeDistrict(database, 'Lạng Giang', 'Bắc Giang');
			const communes = [
				['07420', 'Nghĩa Hòa', 900, 240],
				['07423', 'Quang Thịnh', 600, 120],
			] as const;
			for (const [code, name, households, able] of communes) {
				await addCommune(database, district.id, { code, name, villages: ['Đông'], members: 8 });
				await reportAs(
					database,
					office,
					code,
					'2023-09',
					{ outreachSessions: 6, ocopProducts: 4, ocopProductsListed: 4 },
					{
						households,
						skill1: able + 60,
						skill2: able + 40,
						skill3: able + 30,
						skill4: able + 20,
						skill5: able + 10,
						allFive: able,
						assisted: 5,
						vneid: able + 300,
						serviceAccount: able + 250,
					},
				);
			}
			const wanted = { unit: '30', span: '2023-Q3', basis: 'approved' } as const;
			leaveForReaders('004.docx', (await draftReport(database, office.reporter, wanted)).content);
			const below = { ...wanted, unit: district.code };
			const text = await docxText((await draftReport(database, office.reporter, below)).content);
			const table = text.slice(text.indexOf('Phụ lục II'));
			expect(table).toContain('1 | Xã Nghĩa Hòa | 6');
			expect(table).toContain('Tổng cộng | 12');
			const row = (start: string) => table.filter((line) => line.startsWith(start));
			expect(row('TT | Đơn vị | Hộ gia đình')).toHaveLength(1);
			expect(row('Tổng cộng | 1.500 | 480 | 32%')).toHaveLength(1);
		}));
});
