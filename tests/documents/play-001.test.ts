import { expect, it } from 'vitest';
import { recordActivity } from '../../src/lib/activities/record.server';
import { addNewBasis } from '../../src/lib/plans/add-basis.server';
import { drawUpPlan } from '../../src/lib/plans/draw-up.server';
import { finishTask } from '../../src/lib/plans/finish-task.server';
import { listOpenAssignments } from '../../src/lib/plans/list-assignments.server';
import { readPlan } from '../../src/lib/plans/read.server';
import { beginTexts } from '../../src/lib/papers/official/begin-texts.server';
import { draftReport } from '../../src/lib/papers/official/draft-report.server';
import { gatherReport } from '../../src/lib/papers/official/gather-report.server';
import { readAreas } from '../../src/lib/reports/status/areas.server';
import type { Database } from '../../src/lib/server/db/client';
import { assignAreas } from '../../src/lib/teams/members/assign-areas.server';
import { saveNaming } from '../../src/lib/teams/naming/naming.server';
import { syncCompositionRules } from '../../src/lib/teams/rules/sync.server';
import { saveMembers } from '../../src/lib/teams/save-members.server';
import { saveTeams } from '../../src/lib/teams/save-teams.server';
import { addPaper } from '../../src/lib/teams/papers/papers.server';
import { openTeam } from '../../src/lib/teams/team/open-team.server';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { readTicket } from '../../src/lib/tickets/read.server';
import { describeDatabase, rolledBack } from '../database';
import { addUnit, leaveForReaders, makeDistrict, reportAs } from '../database/office';
import { makeAccount } from '../database/province';
import { docxText } from '../fixtures/papers/docx-text';

const april = new Date('2022-04-11T02:00:00Z');
const june = new Date('2022-06-10T02:00:00Z');
const day = '2022-06-10';
const codes = { province: '30', district: '298' };

describeDatabase('document 001: the district of Tứ Kỳ in 2022', (handle) => {
	const found = async (database: Database) => {
		const { unit: district, office } = await makeDistrict(database, 'Tứ Kỳ', 'Hải Dương', codes);
		const below = { code: '11140', level: 'commune', kind: 'xa', name: 'Dân Chủ' } as const;
		const commune = await addUnit(database, { ...below, parentId: district.id });
		const hamlet = { code: '11140-01', level: 'village', kind: 'thon', name: 'Hòa Bình' } as const;
		const village = await addUnit(database, { ...hamlet, parentId: commune.id });
		await syncCompositionRules(database);
		const parentId = district.parentId ?? 0;
		return {
			...{ district, commune, village, office },
			chief: await makeAccount(database, 'lanh-dao-huyen', 'approver', district.id),
			clerk: await makeAccount(database, 'phong-vhtt', 'reporter', district.id),
			member: await makeAccount(database, 'thanh-vien', 'viewer', district.id),
			mayor: await makeAccount(database, 'can-bo-xa', 'reporter', commune.id),
			provinceClerk: await makeAccount(database, 'so-tttt', 'administrator', parentId),
		};
	};

	it('goes from the steering team over plans and teams of April to the year’s report', () =>
		rolledBack(handle(), async (database) => {
			const { district, commune, village, ...people } = await found(database);
			const { office, chief, clerk, member, mayor, provinceClerk } = people;

			// Basis: the steering team by decision 1252 of 6/4/2022.
			const [steering = 0] = await saveTeams(database, chief, [
				{
					...{ unitId: district.id, foundedOn: '2022-04-06' },
					name: 'Tổ chỉ đạo triển khai công nghệ số cộng đồng huyện Tứ Kỳ',
				},
			]);
			const decision = { number: '1252/QĐ-UBND', issuedOn: '2022-04-06' };
			await addPaper(database, chief, steering, { kind: 'founding', ...decision }, null);
			const [, , urging = 0] = await saveMembers(
				database,
				chief,
				[
					['leader', 'Phó Chủ tịch UBND huyện'],
					['deputy', 'Trưởng phòng Văn hóa và Thông tin'],
					['member', 'Bí thư Huyện đoàn'],
				].map(([role, position], index) => ({
					...{ teamId: steering, fullName: `Người Số ${index + 1}`, role, position },
					fromOn: '2022-04-06',
				})),
			);

			// II.1: its members get their communes; IV.3: they see them and say what goes wrong there.
			const which = { teamId: steering, memberId: urging };
			const given = { areaIds: [commune.id], accountName: 'thanh-vien' };
			await assignAreas(database, chief, which, given);
			const { areas } = await readAreas(database, member, new Date());
			expect(areas).toMatchObject([{ code: '11140' }]);

			// II.1–3: within April 2022; each commune says for itself when it has done its part.
			const planId = await drawUpPlan(
				database,
				clerk,
				{
					...{ unitId: district.id, year: 2022, title: 'Kế hoạch hoạt động Tổ chỉ đạo năm 2022' },
					...{ number: '', issuedOn: null, template: 'buildTeams' },
				},
				april,
			);
			const basis = { kind: 'decision', ...decision, issuer: 'Chủ tịch UBND huyện Tứ Kỳ' };
			await addNewBasis(
				database,
				clerk,
				planId,
				{ ...basis, subject: 'Thành lập Tổ chỉ đạo triển khai công nghệ số cộng đồng huyện' },
				{ file: null, now: april },
			);
			const { assignments } = await listOpenAssignments(database, mayor, { limit: 9 });
			expect(assignments.map(({ dueOn }) => dueOn)).toEqual([
				...['2022-04-30', '2022-04-30', '2022-06-30'],
			]);
			for (const { taskId, unitId } of assignments.slice(0, 2))
				await finishTask(
					database,
					mayor,
					taskId,
					{ unitId, doneOn: '2022-04-28', result: '' },
					june,
				);

			// II.2: the chair leads the commune's team, the village head the village's, with 2–5 others.
			const [communeTeam = 0, villageTeam = 0] = await saveTeams(database, chief, [
				{ unitId: commune.id, name: 'Tổ CNSCĐ xã Dân Chủ', foundedOn: '2022-04-20' },
				{ unitId: village.id, name: 'Tổ CNSCĐ thôn Hòa Bình', foundedOn: '2022-04-20' },
			]);
			const joins = (teamId: number, fullName: string, role: string, position: string) => ({
				...{ teamId, fullName, role, position, fromOn: '2022-04-20' },
			});
			await saveMembers(database, mayor, [
				joins(communeTeam, 'Vũ Thị An', 'leader', 'Chủ tịch UBND xã'),
				joins(communeTeam, 'Vũ Văn Bốn', 'member', 'Trưởng đài Truyền thanh'),
				joins(villageTeam, 'Vũ Văn Chín', 'leader', 'Trưởng thôn'),
				joins(villageTeam, 'Vũ Thị Dư', 'member', 'Bí thư chi đoàn'),
				joins(villageTeam, 'Vũ Thị Hà', 'member', 'Giáo viên tiểu học'),
			]);
			const opened = (id: number) => openTeam(database, chief, id, day);
			expect((await opened(communeTeam)).rules).toMatchObject([{ lack: null }]);
			expect((await opened(villageTeam)).rules).toMatchObject([{ lack: null }, { lack: null }]);

			// II.6, note: what the groups are called.
			await saveNaming(database, provinceClerk, {
				unitId: district.parentId,
				labels: { cnscd: '', project06: '', youth5299: '', merged: '', board: '' },
				zaloPatterns: { village: '', commune: 'CNSCĐ {xa} - {Huyen}', district: 'CNSCĐ {huyen}' },
			});
			expect((await opened(steering)).zalo.expected).toBe('CNSCĐ huyện Tứ Kỳ');
			expect((await opened(communeTeam)).zalo.expected).toBe('CNSCĐ xã Dân Chủ - Huyện Tứ Kỳ');

			// II.4: a class for the teams, online, with enterprises; II.5: reports of each month.
			await recordActivity(
				database,
				clerk,
				{
					...{ key: 'play-001-class-1', unitId: district.id, kind: 'memberClass' },
					...{ topic: 'several', form: 'online', heldOn: '2022-05-20', place: 'Phòng họp' },
					...{ attendance: 25, partners: [{ kind: 'vnpt', name: '' }] },
				},
				{ photo: null, now: june },
			);
			await reportAs(database, office, commune.code, '2022-05', {
				...{ outreachSessions: 4, publicServiceAccounts: 120 },
			});
			await reportAs(database, office, commune.code, '2022-06', {
				...{ outreachSessions: 3, publicServiceAccounts: 300 },
			});

			// IV.3: a difficulty reaches the standing body at the district first.
			const text = 'Nhiều người cao tuổi chưa có điện thoại thông minh để hướng dẫn.';
			const raised = { unitId: commune.id, kind: 'difficulty', category: 'devices', text };
			const ticket = await raiseTicket(database, mayor, raised, june);
			expect(await readTicket(database, chief, ticket, june)).toMatchObject({
				...{ atUnitId: district.id, open: { answered: true } },
			});

			const wanted = { unit: district.code, span: '2022', basis: 'approved' } as const;
			const report = await gatherReport(database, clerk, wanted);
			const begun = await beginTexts(database, report);
			expect(begun.legalBases).toContain('1252/QĐ-UBND');
			const { content } = await draftReport(database, clerk, wanted);
			leaveForReaders('play-001.docx', content);
			const all = (await docxText(content)).join('\n');
			for (const part of [
				'được thành lập ngày 06/4/2022 theo Quyết định số 1252/QĐ-UBND, gồm 3 thành viên, do Phó Chủ tịch UBND huyện làm tổ trưởng',
				'1/1 đơn vị cấp xã thành lập tổ cấp xã và 1/1 thôn, tổ dân phố có tổ, với tổng số 8 thành viên',
				'Đã phối hợp với VNPT (1 hoạt động)',
				'Đã tổ chức 7 buổi tuyên truyền',
				'300 tài khoản dịch vụ công',
				'nhiều người cao tuổi chưa có điện thoại thông minh',
			])
				expect(all).toContain(part);
			const { tasks } = await readPlan(database, clerk, planId);
			expect(tasks.filter(({ given, done }) => given === done)).toHaveLength(2);
		}));
});
