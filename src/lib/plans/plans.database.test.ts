import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import { setUpTeams } from '../../../tests/database/teams';
import type { Database } from '../server/db/client';
import { adminUnit, auditLog, teamPaper } from '../server/db/schema';
import { addNewBasis } from './add-basis.server';
import { addTask } from './add-task.server';
import { changeTask, dropTask } from './change-task.server';
import { drawUpPlan } from './draw-up.server';
import { finishTask, reopenTask } from './finish-task.server';
import { listOpenAssignments } from './list-assignments.server';
import { listPlanningUnits, type PlanningSelection } from './list-units.server';
import { readPlan } from './read.server';
import { readTask } from './read-task.server';

const now = new Date('2026-05-04T01:00:00Z');
const today = '2026-05-04';
const content = {
	what: 'Thành lập tổ ở từng thôn',
	lead: 'Chủ tịch UBND xã',
	place: 'Các thôn',
	startsOn: '2026-04-01',
	dueOn: '2026-04-30',
	product: 'Quyết định thành lập',
};

describeDatabase('plans', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [commune, otherCommune] = province.communes;
		if (!commune || !otherCommune) throw new Error('two communes');
		const clerk = await makeAccount(database, 'clerk', 'reporter', commune.id);
		const stranger = await makeAccount(database, 'stranger', 'reporter', otherCommune.id);
		const drawUp = (change: Record<string, unknown> = {}, by = province.reporter) =>
			drawUpPlan(
				database,
				by,
				{
					...{ unitId: province.provinceId, year: 2026, title: 'Kế hoạch năm 2026' },
					...{ number: '12/KH-UBND', issuedOn: '2026-01-15', template: 'empty', ...change },
				},
				now,
			);
		const list = (change: Partial<PlanningSelection> = {}, by = province.approver) =>
			listPlanningUnits(
				database,
				by,
				{ ...{ year: 2026, level: null, missing: false, page: 1, pageSize: 50 }, ...change },
				today,
			);
		return { ...province, commune, otherCommune, clerk, stranger, drawUp, list };
	};

	it('begin once for a unit and year, with the tasks of a template', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, provinceId, reporter } = await setUp(database);
			const plan = await readPlan(database, reporter, await drawUp({ template: 'buildTeams' }));
			expect(plan).toMatchObject({
				unit: { id: provinceId },
				number: '12/KH-UBND',
				mayChange: true,
			});
			expect(plan.tasks).toHaveLength(7);
			expect(plan.tasks.map(({ given }) => given).sort()).toEqual([1, 1, 1, 1, 2, 2, 2]);
			await expect(drawUp()).rejects.toMatchObject({ problems: [{ rule: 'planExists' }] });
		}));

	it('belong to those who keep the unit: others below see none of it', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, clerk, commune } = await setUp(database);
			await expect(drawUp({}, clerk)).rejects.toMatchObject({ status: 403 });
			const id = await drawUp();
			await expect(readPlan(database, clerk, id)).rejects.toMatchObject({ status: 404 });
			await expect(
				addTask(database, clerk, id, { ...content, audience: 'own' }, now),
			).rejects.toMatchObject({ status: 404 });
			expect(await drawUp({ unitId: commune.id }, clerk)).toBeGreaterThan(id);
		}));

	it('give a task to every commune below, each of which says for itself when it is done', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, clerk, stranger, reporter, commune, otherCommune } = await setUp(database);
			const planId = await drawUp();
			const taskId = await addTask(
				...([database, reporter, planId, { ...content, audience: 'commune' }, now] as const),
			);
			expect((await listOpenAssignments(database, clerk, { limit: 5 })).assignments).toMatchObject([
				{ taskId, unitId: commune.id, isGivenFromAbove: true, dueOn: '2026-04-30' },
			]);
			const done = { unitId: commune.id, doneOn: '2026-05-02', result: '2 tổ' };
			await expect(finishTask(database, stranger, taskId, done, now)).rejects.toMatchObject({
				status: 403,
			});
			await finishTask(database, clerk, taskId, done, now);
			await expect(finishTask(database, clerk, taskId, done, now)).rejects.toMatchObject({
				status: 409,
			});
			expect((await listOpenAssignments(database, clerk, { limit: 5 })).total).toBe(0);
			const ids = { planId, taskId };
			expect(await readTask(database, reporter, ids)).toMatchObject({ given: 2, done: 1 });
			// The neighbour sees its own part alone.
			expect(await readTask(database, stranger, ids)).toMatchObject({
				...{ given: 1, done: 0, seesPlan: false, mayChange: false },
				assignments: [{ unitId: otherCommune.id, state: 'open', mayTurn: true }],
			});
			await reopenTask(database, clerk, taskId, { unitId: commune.id, reason: 'Nhầm xã' }, now);
			expect((await listOpenAssignments(database, clerk, { limit: 5 })).total).toBe(1);
		}));

	it('keep what stood there before a task was adjusted, and what was taken out', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, reporter } = await setUp(database);
			const planId = await drawUp();
			await addNewBasis(
				...([
					database,
					reporter,
					planId,
					{
						kind: 'decision',
						...{ number: '828/QĐ-UBND', issuedOn: '2022-03-30' },
						...{ issuer: 'UBND huyện', subject: 'Thành lập tổ công nghệ số cộng đồng' },
					},
					{ file: null, now },
				] as const),
			);
			const taskId = await addTask(
				...([database, reporter, planId, { ...content, audience: 'own' }, now] as const),
			);
			const later = { ...content, dueOn: '2026-06-30' };
			await expect(
				changeTask(database, reporter, taskId, { ...later, reason: '' }, now),
			).rejects.toMatchObject({ problems: [{ field: 'reason' }] });
			await changeTask(database, reporter, taskId, { ...later, reason: 'Chờ kinh phí' }, now);
			await dropTask(database, reporter, taskId, { reason: 'Tỉnh đã làm chung' }, now);
			const plan = await readPlan(database, reporter, planId);
			expect(plan.tasks).toMatchObject([{ dueOn: '2026-06-30', isDropped: true }]);
			expect(plan.history).toMatchObject([
				{ change: 'taskDropped', reason: 'Tỉnh đã làm chung' },
				{ change: 'taskChanged', reason: 'Chờ kinh phí', before: content },
				{ change: 'taskAdded' },
				{ change: 'basisAdded', reason: '828/QĐ-UBND' },
				{ change: 'drawnUp' },
			]);
			await expect(
				changeTask(database, reporter, taskId, { ...later, reason: 'Lần nữa' }, now),
			).rejects.toMatchObject({ status: 409 });
			const logged = await database
				.select({ action: auditLog.action })
				.from(auditLog)
				.where(eq(auditLog.subject, `plan:${planId}`));
			expect(logged.map(({ action }) => action).sort()).toEqual([
				'plan.addBasis',
				'plan.addTask',
				'plan.changeTask',
				'plan.drawUp',
				'plan.dropTask',
			]);
		}));

	it('refuse days that cannot be, and an audience that does not exist', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, reporter, provinceId, commune, clerk } = await setUp(database);
			const planId = await drawUp();
			const add = (change: Record<string, unknown>) =>
				addTask(database, reporter, planId, { ...content, audience: 'own', ...change }, now);
			await expect(add({ dueOn: '2026-03-01' })).rejects.toMatchObject({
				problems: [{ field: 'dueOn', rule: 'endsBeforeStart' }],
			});
			await expect(add({ audience: 'district' })).rejects.toMatchObject({
				problems: [{ field: 'audience', rule: 'noSuchUnits' }],
			});
			const taskId = await add({});
			for (const doneOn of ['2026-05-05', '1999-05-04', '2025-12-31'])
				await expect(
					finishTask(database, reporter, taskId, { unitId: provinceId, doneOn, result: '' }, now),
				).rejects.toMatchObject({
					problems: [
						{
							...{ field: 'doneOn', rule: 'dayOutside' },
							message: `should lie between 2026-01-01 and ${today}`,
						},
					],
				});
			const { within } = await readTask(database, reporter, { planId, taskId }, today);
			expect(within).toEqual({ from: '2026-01-01', until: today });
			const elsewhere = { unitId: commune.id, doneOn: today, result: '' };
			await expect(finishTask(database, clerk, taskId, elsewhere, now)).rejects.toMatchObject({
				status: 404,
			});
		}));

	it('are listed by level, units without one first, with what is overdue', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, list, clerk, commune, otherCommune } = await setUp(database);
			const planId = await drawUp({ unitId: commune.id }, clerk);
			await addTask(database, clerk, planId, { ...content, audience: 'village' }, now);
			expect(await list()).toMatchObject({ level: 'province', units: [{ planId: null }] });
			const communes = await list({ level: 'commune' });
			expect(communes.levels).toContainEqual({ level: 'commune', units: 2, planned: 1 });
			expect(communes.units).toMatchObject([
				{ unitId: otherCommune.id, planId: null, tasks: 0 },
				{ unitId: commune.id, planId, tasks: 1, done: 0, overdue: 1 },
			]);
			expect(await list({ level: 'commune', missing: true })).toMatchObject({
				...{ total: 1, units: [{ unitId: otherCommune.id }] },
			});
			expect((await list({ year: 2025, level: 'commune', missing: true })).total).toBe(2);
		}));

	it('of organisations begin from what they coordinate with others and a movement of emulation', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, list, provinceId } = await setUp(database);
			const [union] = await database
				.insert(adminUnit)
				.values({
					...{ code: 'DTN', level: 'organisation', kind: 'doanThanhNien', name: 'Tỉnh đoàn' },
					...{ searchName: 'tinh doan', parentId: provinceId, validFrom: '2020-01-01' },
				})
				.returning({ id: adminUnit.id });
			const unitId = union?.id ?? 0;
			const secretary = await makeAccount(database, 'secretary', 'reporter', unitId);
			const asked = { level: 'organisation', missing: true } as const;
			expect(await list(asked)).toMatchObject({ total: 1, units: [{ unitId, planId: null }] });
			const planId = await drawUp({ unitId, template: 'coordinate' }, secretary);
			const { tasks } = await readPlan(database, secretary, planId);
			const words = tasks.map(({ what }) => what).join('; ');
			for (const part of ['kế hoạch phối hợp', 'Cử đoàn viên, giáo viên', 'phong trào thi đua'])
				expect(words).toContain(part);
			expect(await list({ level: 'organisation' }, secretary)).toMatchObject({
				levels: [{ level: 'organisation', units: 1, planned: 1 }],
			});
		}));

	it('of teams stand beside the unit’s, with tasks for their members', () =>
		rolledBack(handle(), async (database) => {
			const { village, first, other, officer, viewer, people } = await setUpTeams(database);
			const draft = { year: 2026, title: 'Kế hoạch của tổ', number: '', issuedOn: null };
			const begin = (teamId: number | null) =>
				drawUpPlan(
					database,
					officer,
					{ ...draft, unitId: village.id, teamId, template: 'teachSkills' },
					now,
				);
			const unitPlan = await begin(null);
			const planId = await begin(first);
			expect(planId).not.toBe(unitPlan);
			await expect(begin(first)).rejects.toMatchObject({ problems: [{ rule: 'planExists' }] });
			await expect(begin(other)).rejects.toMatchObject({ problems: [{ field: 'holder' }] });
			const [leader, member, stranger] = people;
			const add = (memberId: unknown) =>
				addTask(
					...([database, officer, planId, { ...content, audience: 'own', memberId }, now] as const),
				);
			const taskId = await add(member);
			await expect(add(stranger)).rejects.toMatchObject({ problems: [{ field: 'memberId' }] });
			const taskOf = async (by = officer) =>
				(await readPlan(database, by, planId)).tasks.find(({ id }) => id === taskId);
			expect(await taskOf()).toMatchObject({ memberName: 'Trần Thị Bình' });
			expect(await taskOf(viewer)).toMatchObject({ memberName: null });
			const change = { ...content, memberId: leader, reason: 'Đổi người phụ trách' };
			await changeTask(database, officer, taskId, change, now);
			expect(await taskOf()).toMatchObject({ memberName: 'Nguyễn Văn An' });
			const { team, people: offered, history } = await readPlan(database, officer, planId);
			expect([team?.id, offered.length]).toEqual([first, 2]);
			expect(history[0]).toMatchObject({ change: 'taskChanged', before: { memberId: member } });
		}));

	it('list the teams without one; a plan among a team’s papers is one', () =>
		rolledBack(handle(), async (database) => {
			const { village, second, first, other, officer } = await setUpTeams(database);
			const list = (missing = false) =>
				listPlanningUnits(
					database,
					officer,
					{
						...{ year: 2026, level: 'village', missing, ofTeams: true },
						...{ page: 1, pageSize: 50 },
					},
					today,
				);
			expect((await list(true)).units.map(({ teamId }) => teamId)).toEqual([first, other]);
			await database
				.insert(teamPaper)
				.values({ teamId: other, kind: 'yearlyPlan', number: '12', year: 2026 });
			expect(await list(true)).toMatchObject({
				...{ total: 1, units: [{ teamId: first, unitId: village.id, planId: null }] },
				levels: [{ level: 'village', units: 2, planned: 1 }],
			});
			expect((await list()).units).toMatchObject([
				{ teamId: first, paper: null },
				{ teamId: other, unitId: second.id, paper: '12' },
			]);
		}));
});
