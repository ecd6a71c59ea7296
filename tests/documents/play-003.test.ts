import { expect, it } from 'vitest';
import { addBasis } from '../../src/lib/plans/add-basis.server';
import { registerDirective } from '../../src/lib/plans/directives/register.server';
import { drawUpPlan } from '../../src/lib/plans/draw-up.server';
import { beginTexts } from '../../src/lib/papers/official/begin-texts.server';
import { draftReport } from '../../src/lib/papers/official/draft-report.server';
import { gatherReport } from '../../src/lib/papers/official/gather-report.server';
import type { Database } from '../../src/lib/server/db/client';
import { statedTeamSize } from '../../src/lib/server/db/schema';
import { countTeams } from '../../src/lib/teams/list/lines';
import { readTeamLines } from '../../src/lib/teams/list/read-lines.server';
import { mergeMany } from '../../src/lib/teams/merger/bulk/merge-many.server';
import { measureProgress } from '../../src/lib/teams/reestablishment/progress';
import { saveMembers } from '../../src/lib/teams/save-members.server';
import { saveTeams } from '../../src/lib/teams/save-teams.server';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { describeDatabase, rolledBack } from '../database';
import { addUnit, leaveForReaders, makeDistrict, reportAs } from '../database/office';
import { makeAccount } from '../database/province';
import { docxText } from '../fixtures/papers/docx-text';

const october = new Date('2024-10-25T02:00:00Z');
const day = '2024-10-31';
const codes = { province: '52', district: '550' };
/** 13 communes with 101 villages; 453 people, as stated of the villages' teams. */
const villagesIn = Array.from({ length: 13 }, (_, index) => (index === 12 ? 5 : 8));
const sizeOf = (village: number) => (village < 49 ? 5 : 4);

describeDatabase('document 003: the district of Tuy Phước, 2022 to October 2024', (handle) => {
	const found = async (database: Database) => {
		const { unit: district, office } = await makeDistrict(
			...([database, 'Tuy Phước', 'Bình Định', codes] as const),
		);
		const communes = [];
		const villages: number[] = [];
		for (const [index, count] of villagesIn.entries()) {
			const code = `2198${String(index).padStart(2, '0')}`;
			const named = { code, level: 'commune', kind: 'xa', name: `Số ${index + 1}` } as const;
			const commune = await addUnit(database, { ...named, parentId: district.id });
			communes.push(commune);
			for (let number = 1; number <= count; number++) {
				const hamlet = { level: 'village', kind: 'thon', name: `Thôn ${number}` } as const;
				const village = { ...hamlet, code: `${code}-${number}`, parentId: commune.id };
				villages.push((await addUnit(database, village)).id);
			}
		}
		const clerk = await makeAccount(database, 'phong-vhtt', 'reporter', district.id);
		const chief = await makeAccount(database, 'lanh-dao-huyen', 'approver', district.id);
		return { district, office, communes, villages, clerk, chief };
	};

	it('goes from re-established teams over what was reported to the paper, and merges three teams', () =>
		rolledBack(handle(), async (database) => {
			const { district, office, communes, villages, clerk, chief } = await found(database);
			const [first, second, third] = communes.map(({ code }) => code);
			if (!first || !second || !third) throw new Error('13 communes');

			// I.1: 13/13 communes, 101/101 villages, all re-established, 453 people.
			await saveTeams(
				database,
				chief,
				communes.map(({ id, name }) => ({
					...{ unitId: id, name: `Tổ CNSCĐ xã ${name}`, foundedOn: '2022-08-01' },
				})),
			);
			const teams = await saveTeams(
				database,
				chief,
				villages.map((unitId, index) => ({
					...{ unitId, name: `Tổ CNSCĐ ${index + 1}`, foundedOn: '2022-08-01' },
					reestablishedOn: '2024-05-10',
				})),
			);
			await database.insert(statedTeamSize).values(
				teams.map((teamId, index) => ({
					...{ teamId, statedOn: '2024-05-10', members: sizeOf(index) },
				})),
			);
			const lines = await readTeamLines(database, chief, day);
			expect(countTeams(lines)).toMatchObject({
				...{ communes: 13, communesWithTeam: 13, villages: 101, villagesWithTeam: 101 },
				members: 453,
			});
			const ofVillages = lines.filter(({ unit }) => unit.level === 'village');
			expect(measureProgress(ofVillages, { since: '2024-01-01', day })).toMatchObject({
				...{ teams: 101, done: 101 },
			});

			// The paper that asks for the report, from the register of papers.
			const paper = { kind: 'officialLetter', number: '1162/UBND-VX', issuedOn: '2022-07-22' };
			const directiveId = await registerDirective(
				database,
				clerk,
				{
					...{ ...paper, unitId: district.id, issuer: 'UBND huyện Tuy Phước' },
					subject: 'Thành lập tổ công nghệ số cộng đồng ở các xã, thị trấn',
				},
				{ file: null, now: october },
			);
			const planned = { unitId: district.id, year: 2024, title: 'Kế hoạch triển khai năm 2024' };
			const draft = { number: '86/KH-UBND', issuedOn: '2024-01-15', template: 'empty' };
			const planId = await drawUpPlan(database, clerk, { ...planned, ...draft }, october);
			await addBasis(database, clerk, planId, { directiveId }, october);

			// II: what communes and the district itself counted, each class and leaflet once.
			await reportAs(database, office, first, '2023-11', {
				...{ memberClasses: 1, memberClassAttendance: 78 },
			});
			await reportAs(database, office, district.code, '2023-11', {
				...{ memberClasses: 1, memberClassAttendance: 79, newsItems: 420 },
			});
			await reportAs(database, office, second, '2023-06', { leaflets: 35_000 });
			await reportAs(database, office, third, '2024-09', {
				...{ outreachSessions: '>340', outreachAttendance: '>8000' },
				...{ youthOutreachSessions: 221, youthVolunteerTurns: '>4500', householdTurns: '>8000' },
				...{ campaignSessions: 30, campaignAttendance: '>5000', radioProgrammes: '>40' },
				...{ citizenSessions: 39, citizenSessionsEcommerce: 13, citizenSessionsEpayment: 26 },
				...{ citizenSessionsOtherTopics: 0, vneidLevelUnstatedAccounts: '>5070' },
				...{ vssidUsers: '~1120', paymentAccounts: '>4000', payingPeople: '~3200' },
				...{ marketplaceBuyers: '>1500', onlineFilingsHelped: '>4020' },
			});

			// III–IV: difficulties and proposals.
			for (const [kind, category, text] of [
				['difficulty', 'devices', 'Nhiều người dân không dùng điện thoại thông minh.'],
				['proposal', 'other', 'Hợp nhất ba tổ thành một tổ công nghệ số cộng đồng.'],
				['proposal', 'wifi', 'Lắp đặt wifi tại các điểm công cộng.'],
			])
				await raiseTicket(
					database,
					clerk,
					{ unitId: district.id, kind, category, text },
					new Date('2024-09-25T02:00:00Z'),
				);

			const wanted = { unit: district.code, span: '2022-01..2024-10', basis: 'approved' } as const;
			const report = await gatherReport(database, clerk, wanted);
			expect((await beginTexts(database, report)).proposals).toContain('wifi');
			const { content } = await draftReport(database, clerk, wanted);
			leaveForReaders('play-003.docx', content);
			const all = (await docxText(content)).join('\n');
			for (const part of [
				'13/13 đơn vị cấp xã',
				'101/101 thôn, tổ dân phố có tổ, với tổng số 453 thành viên',
				'kiện toàn 101 tổ',
				'Đã mở 2 lớp tập huấn',
				'157 lượt thành viên',
				'35.000 tờ rơi',
				'hơn 340 buổi tuyên truyền',
				'221 buổi tuyên truyền',
				'hơn 4.500 lượt đoàn viên, thanh niên',
				'30 buổi ra quân',
				'420 tin, bài',
				'hơn 40 chuyên mục',
				'39 buổi tập huấn, hướng dẫn cho người dân, trong đó 13 buổi về thương mại điện tử và 26 buổi về thanh toán điện tử',
				'hơn 5.070 người',
				'khoảng 1.120 người',
				'khoảng 3.200 người (khoảng 80%)',
				'hơn 1.500 người',
				'hơn 4.020 lượt hồ sơ',
				'nhiều người dân không dùng điện thoại thông minh',
				'ợp nhất ba tổ thành một',
			])
				expect(all).toContain(part);

			// I.2, IV: three kinds of team in one village, proposed to become one.
			const here = { unitId: villages[0], foundedOn: '2022-09-01' };
			const [project06 = 0, youth = 0] = await saveTeams(database, chief, [
				{ ...here, name: 'Tổ công tác Đề án 06', kind: 'project06' },
				{ ...here, name: 'Tổ Đề án 5299', kind: 'youth5299' },
			]);
			const joins = { fromOn: '2022-09-01' };
			await saveMembers(database, chief, [
				{ ...joins, teamId: project06, fullName: 'Võ Thị Một', role: 'leader' },
				{ ...joins, teamId: youth, fullName: 'Võ Văn Hai', youth: true },
				{ ...joins, teamId: youth, fullName: 'Võ Thị Ba', youth: true },
			]);
			const order = { unitId: district.id, mergedOn: '2024-12-01', leaderOf: 'project06' };
			expect(await mergeMany(database, chief, { ...order, decision: '' }, october)).toMatchObject({
				merged: 1,
				left: 0,
			});
			const after = countTeams(await readTeamLines(database, chief, '2024-12-01'));
			expect(after).toMatchObject({ villagesWithTeam: 101, teams: 114 });
		}));
});
