import { sql } from 'drizzle-orm';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { addDays, localDay } from '../../contracts/local-time';
import { addNewBasis } from '../../plans/add-basis.server';
import { changeTask } from '../../plans/change-task.server';
import { drawUpPlan } from '../../plans/draw-up.server';
import { finishTask } from '../../plans/finish-task.server';
import { callMeeting } from '../../plans/meetings/call.server';
import { readMeeting } from '../../plans/meetings/read.server';
import { recordMeeting } from '../../plans/meetings/record.server';
import { answerFinding } from '../../plans/inspections/answer.server';
import { readInspection } from '../../plans/inspections/read.server';
import { recordInspection } from '../../plans/inspections/record.server';
import { readPlan } from '../../plans/read.server';
import { readTask } from '../../plans/read-task.server';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';
import type { Calendar } from '../history/months';
import { provinceCode } from '../province/identity';

/** Of so many communes one has not done what the province asked, and one has a plan of its own. */
const everyOpen = 6;
const everyPlanned = 4;

/** The province plans its year and asks its communes; most of them have done it, some plan their own. */
export async function addPlans(database: Database, actor: Actor, { now }: Calendar): Promise<void> {
	const day = localDay(now);
	const year = Number(day.slice(0, 4));
	const province = await unitByCode(database, provinceCode, day);
	if (!province) throw new Error('The demo has no province.');
	const planId = await drawUpPlan(
		database,
		actor,
		{
			unitId: province.id,
			year,
			title: `Kế hoạch hoạt động tổ công nghệ số cộng đồng năm ${year}`,
			...{ number: '12/KH-UBND', issuedOn: `${year}-01-05`, template: 'buildTeams' },
		},
		now,
	);
	const basis = {
		kind: 'resolution',
		...{ number: '31/NQ-HĐND', issuedOn: `${year - 1}-12-10`, issuer: 'Hội đồng nhân dân tỉnh' },
		subject: 'Nghị quyết về phát triển kinh tế số và xã hội số',
	};
	await addNewBasis(database, actor, planId, basis, { file: null, now });
	const { tasks } = await readPlan(database, actor, planId);
	for (const task of tasks.filter(({ dueOn }) => dueOn < day)) {
		const { assignments } = await readTask(database, actor, { planId, taskId: task.id });
		const doneBy = assignments.filter((_, index) => (index + task.id) % everyOpen !== 0);
		for (const [index, { unitId }] of (task.given > 1 ? doneBy : assignments).entries())
			await finishTask(
				database,
				actor,
				task.id,
				{ unitId, doneOn: addDays(task.dueOn, (index % 9) - 7), result: '' },
				now,
			);
	}
	const postponed = tasks.find(({ dueOn }) => dueOn >= day);
	if (postponed) {
		const { what, lead, place, startsOn, product } = postponed;
		const change = { what, lead, place, startsOn, product, dueOn: `${year}-12-25` };
		const reason = 'Chờ hướng dẫn tổng kết của cấp trên';
		await changeTask(database, actor, postponed.id, { ...change, reason }, now);
	}
	const meetingId = await callMeeting(
		database,
		actor,
		{
			...{ unitId: province.id, teamId: null, form: 'online' },
			subject: 'Họp giao ban tổ công nghệ số cộng đồng',
			...{ heldOn: addDays(day, -9), startsAt: '14:00', place: 'Trực tuyến từ ủy ban tỉnh' },
			...{ chair: 'Phó trưởng ban chỉ đạo', agenda: 'Tiến độ theo kế hoạch\nKhó khăn của các xã' },
			...{ invitesAll: false, guests: 'Tỉnh đoàn\nCông an tỉnh\nBưu điện tỉnh' },
		},
		now,
	);
	const { invitees } = await readMeeting(database, actor, meetingId);
	const record = {
		attendance: invitees.map(({ id }, index) => ({
			id,
			attendance: index === 2 ? 'absent' : 'attended',
			opinion: index === 2 ? 'Nhất trí với chương trình, đề nghị thêm lớp về sàn thương mại' : '',
		})),
		record: 'Các đơn vị báo cáo tiến độ và trao đổi khó khăn.',
		decisions: 'Mở thêm lớp về sàn thương mại điện tử\nRà soát nhóm Zalo của các tổ',
	};
	await recordMeeting(database, actor, meetingId, record, now);
	await addInspections(database, actor, { province, day, now });
	for (const { id, name } of await readPlanned(database, province.id, day))
		await drawUpPlan(
			database,
			actor,
			{
				...{ unitId: id, year, title: `Kế hoạch năm ${year} của ${name}` },
				...{ number: '', issuedOn: null, template: 'teachSkills' },
			},
			now,
		);
}

/** The province looked at some communes; one has mended what was found. */
async function addInspections(
	database: Database,
	actor: Actor,
	{ province, day, now }: { province: { id: number }; day: string; now: Date },
): Promise<void> {
	const communes = await queryRows<{ code: string }>(
		database,
		sql`select code from admin_unit unit where parent_id = ${province.id} and level = 'commune'
			and ${isValidOn('unit', day)} order by code limit 3`,
	);
	for (const [index, { code }] of communes.entries()) {
		const id = await recordInspection(
			database,
			actor,
			{
				...{ unitId: province.id, inspected: code, heldOn: addDays(day, -40 + index) },
				inspectors: 'Cơ quan thường trực, Tỉnh đoàn',
				subject: 'Việc thực hiện kế hoạch năm của các tổ',
				conclusion: 'Các tổ hoạt động đều, hồ sơ chưa đầy đủ.',
				findings: [
					{ what: 'Bổ sung quy chế hoạt động của tổ', mendBy: addDays(day, 10 * index - 10) },
				],
			},
			now,
		);
		const { list } = await readInspection(database, actor, id, now);
		const [finding] = list;
		if (index > 0 || !finding) continue;
		const answer = {
			findingId: finding.id,
			mendedOn: addDays(day, -12),
			answer: 'Đã ban hành quy chế',
		};
		await answerFinding(database, actor, id, answer, now);
	}
}

const readPlanned = (database: Database, provinceId: number, day: string) =>
	queryRows<{ id: number; name: string }>(
		database,
		sql`select id, name from (
				select id, name, row_number() over (order by code) as place from admin_unit unit
				where parent_id = ${provinceId} and level = 'commune' and ${isValidOn('unit', day)}
			) numbered where place % ${everyPlanned} = 0`,
	);
