import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { registerDirective } from '../../src/lib/plans/directives/register.server';
import { beginTexts } from '../../src/lib/papers/official/begin-texts.server';
import { draftReport } from '../../src/lib/papers/official/draft-report.server';
import { gatherReport } from '../../src/lib/papers/official/gather-report.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit, report, statedTeamSize } from '../../src/lib/server/db/schema';
import { countTeams } from '../../src/lib/teams/list/lines';
import { readTeamLines } from '../../src/lib/teams/list/read-lines.server';
import { mergeMany } from '../../src/lib/teams/merger/bulk/merge-many.server';
import { measureProgress } from '../../src/lib/teams/reestablishment/progress';
import { saveMembers } from '../../src/lib/teams/save-members.server';
import { saveTeams } from '../../src/lib/teams/save-teams.server';
import { describeDatabase, rolledBack } from '../database';
import { leaveForReaders, makeDistrict, reportAs, valuesOf } from '../database/office';
import { makeAccount } from '../database/province';
import { docxText } from '../fixtures/papers/docx-text';

const september = new Date('2023-09-25T02:00:00Z');
const codes = { province: '24', district: '217' };
/** So many people that all teams have 16,790, where the directive says over 16,000. */
const sizeOf = (level: string, index: number) => {
	if (level === 'commune') return 10;
	return index < 1463 ? 8 : 7;
};

describeDatabase('document 004: the province of Bắc Giang in 2023', (handle) => {
	/** 209 communes, of which the first have the most of 1,891 villages. */
	const found = async (database: Database) => {
		const { unit: district, office } = await makeDistrict(
			...([database, 'Lạng Giang', 'Bắc Giang', codes] as const),
		);
		const provinceId = district.parentId ?? 0;
		await database.execute(
			sql`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
				select 'x' || n, 'commune', 'xa', 'Xã số ' || n, 'xa so ' || n, ${district.id}, '2020-01-01'
				from generate_series(1, 209) n`,
		);
		await database.execute(
			sql`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
				select 'v' || n, 'village', 'thon', 'Thôn số ' || n, 'thon so ' || n, commune.id, '2020-01-01'
				from generate_series(1, 1891) n
				join admin_unit commune on commune.code = 'x' || (n % 209 + 1)`,
		);
		const units = await database
			.select({ id: adminUnit.id, code: adminUnit.code, level: adminUnit.level })
			.from(adminUnit)
			.where(sql`code like 'x%' or code like 'v%'`)
			.orderBy(adminUnit.id);
		return { district, provinceId, office, units };
	};

	it('goes from 2,100 teams, merged and re-established, over a quarter to the province’s report', () =>
		rolledBack(handle(), async (database) => {
			const { district, provinceId, office, units } = await found(database);
			const manager = await makeAccount(database, 'so-tttt', 'approver', provinceId);
			const clerk = await makeAccount(database, 'huyen', 'reporter', district.id);

			// Intro: 209/209 and 1,891/1,891 teams with over 16,000 members; 2.9a: renewed within August.
			const teams = await saveTeams(
				database,
				manager,
				units.map(({ id, code }) => ({
					...{ unitId: id, name: `Tổ CNSCĐ ${code}`, foundedOn: '2022-06-01' },
					reestablishedOn: '2023-08-15',
				})),
			);
			let village = 0;
			await database.insert(statedTeamSize).values(
				units.map(({ level }, index) => ({
					...{ teamId: teams[index] ?? 0, statedOn: '2023-08-15' },
					members: sizeOf(level, level === 'village' ? village++ : 0),
				})),
			);
			const lines = await readTeamLines(database, manager, '2023-08-31');
			expect(countTeams(lines)).toMatchObject({
				...{ communes: 209, communesWithTeam: 209, villages: 1891, villagesWithTeam: 1891 },
				members: 16_790,
			});
			expect(measureProgress(lines, { since: '2023-08-01', day: '2023-08-31' })).toMatchObject({
				...{ teams: 2100, done: 2100 },
			});

			// 1.1: the team of a village and its Project 06 team become one, led by the village head.
			const first = units.findIndex(({ level }) => level === 'village');
			const unitId = units[first]?.id ?? 0;
			const [project06 = 0] = await saveTeams(database, manager, [
				{ unitId, name: 'Tổ Đề án 06', kind: 'project06', foundedOn: '2022-06-01' },
			]);
			const joins = { fromOn: '2022-06-01', role: 'leader' };
			await saveMembers(database, manager, [
				{ ...joins, teamId: teams[first], fullName: 'Giáp Văn An', position: 'Trưởng thôn' },
				{ ...joins, teamId: project06, fullName: 'Giáp Thị Bình', position: 'Bí thư chi bộ' },
			]);
			const order = { unitId: provinceId, mergedOn: '2023-08-20', leaderOf: 'cnscd' };
			expect(
				await mergeMany(database, manager, { ...order, decision: '' }, september),
			).toMatchObject({ merged: 1, left: 0 });

			// The directive itself, which reports of the levels below cite.
			await registerDirective(
				database,
				manager,
				{
					...{ unitId: provinceId, kind: 'directive', number: '10/CT-UBND' },
					...{ issuedOn: '2023-07-20', issuer: 'Chủ tịch UBND tỉnh Bắc Giang' },
					subject: 'Nâng cao chất lượng, hiệu quả hoạt động của Tổ công nghệ số cộng đồng',
				},
				{ file: null, now: september },
			);

			// 2.3a: all teachers trained, by the department's own report; 2.9: households and skills.
			await database.insert(adminUnit).values({
				...{ code: 'GD', level: 'organisation', kind: 'coQuanGiaoDuc', parentId: provinceId },
				...{ name: 'Sở Giáo dục và Đào tạo', searchName: 'so giao duc', validFrom: '2020-01-01' },
			});
			await reportAs(database, office, 'GD', '2023-09', { teachers: 900, teachersTrained: 900 });
			const able = { skill1: 420, skill2: 400, skill3: 390, skill4: 380, skill5: 370 };
			await reportAs(...([database, office, 'x1', '2023-09', { outreachSessions: 12 }] as const), {
				households: 1500,
				...able,
				allFive: 360,
				assisted: 55,
				vneid: 1300,
				serviceAccount: 980,
			});

			// 2.9e: the district's quarter is on time before day 20 of its last month.
			const send = async (period: string, at: string) => {
				const input = { unit: district.code, period, values: valuesOf({ newsItems: 8 }) };
				const arrival = { channel: 'form', now: new Date(at) } as const;
				const [answer] = await submitReports(database, clerk, [input], arrival);
				expect(answer).toMatchObject({ status: 'accepted' });
			};
			await send('2023-Q3', '2023-09-19T16:59:59Z');
			await send('2023-Q4', '2023-12-19T17:00:00Z');
			const sent = await database
				.select({ onTime: report.onTime })
				.from(report)
				.where(eq(report.unitId, district.id))
				.orderBy(report.id);
			expect(sent).toEqual([{ onTime: true }, { onTime: false }]);

			const wanted = { unit: codes.province, span: '2023-Q3', basis: 'approved' } as const;
			const gathered = await gatherReport(database, manager, wanted);
			expect((await beginTexts(database, gathered)).legalBases).toContain('10/CT-UBND');
			const { content } = await draftReport(database, manager, wanted);
			leaveForReaders('play-004.docx', content);
			const all = (await docxText(content)).join('\n');
			for (const part of [
				'209/209 đơn vị cấp xã thành lập tổ cấp xã',
				'1.891/1.891 thôn, tổ dân phố có tổ',
				// The one that came out of a merger is one of them.
				'với tổng số 16.791 thành viên',
				'kiện toàn 2.100 tổ',
				'12 buổi tuyên truyền',
				'900/900 giáo viên (100%)',
				'Có 360 hộ (24%) có người biết đủ năm kỹ năng số cơ bản.',
				'Có 55 hộ được thành viên tổ hỗ trợ thực hiện.',
				'Có 1.300 hộ (86,7%) có tài khoản VNeID.',
				'Có 980 hộ (65,3%) có tài khoản dịch vụ công trực tuyến.',
				'tổng hợp từ báo cáo tháng 9 năm 2023; số hộ lấy theo báo cáo tháng 9 năm 2023.',
			])
				expect(all).toContain(part);
		}));
});
