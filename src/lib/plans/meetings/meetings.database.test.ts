import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount } from '../../../../tests/database/province';
import { setUpTeams } from '../../../../tests/database/teams';
import type { Database } from '../../server/db/client';
import { drawUpPlan } from '../draw-up.server';
import { readPlan } from '../read.server';
import { callMeeting, cancelMeeting } from './call.server';
import { recordFromForm } from './form';
import { listMeetings, readMeeting } from './read.server';
import { assignDecision, recordMeeting } from './record.server';

const now = new Date('2026-05-04T01:00:00Z');

describeDatabase('meetings', (handle) => {
	const setUp = async (database: Database) => {
		const made = await setUpTeams(database);
		const { village, first, officer } = made;
		const call = (change: Record<string, unknown> = {}, by = officer) =>
			callMeeting(
				database,
				by,
				{
					...{ unitId: village.id, teamId: first, subject: 'Họp tháng 5' },
					...{ heldOn: '2026-05-03', startsAt: '19:30', form: 'faceToFace' },
					...{ place: 'Nhà văn hóa thôn', chair: 'Tổ trưởng', agenda: 'Kiểm điểm tháng 4' },
					...{ invitesAll: true, guests: 'Bí thư chi bộ', ...change },
				},
				now,
			);
		return { ...made, call };
	};

	it('of a team invite its members, and keep who came, what the absent wrote and what was decided', () =>
		rolledBack(handle(), async (database) => {
			const { call, officer, village, first } = await setUp(database);
			const id = await call();
			const { invitees } = await readMeeting(database, officer, id);
			expect(invitees.map(({ memberName, guest }) => memberName ?? guest)).toEqual([
				...['Nguyễn Văn An', 'Trần Thị Bình', 'Bí thư chi bộ'],
			]);
			const [an, binh] = invitees.map((invitee) => invitee.id);
			const entered = {
				...{ [`attendance.${an}`]: 'attended', [`opinion.${an}`]: '' },
				...{ [`attendance.${binh}`]: 'absent', [`opinion.${binh}`]: 'Đồng ý với kế hoạch' },
				...{ record: 'Bàn việc tháng 5', decisions: 'Mở lớp VNeID\n\nLập nhóm Zalo' },
			};
			await recordMeeting(database, officer, id, recordFromForm(entered), now);
			const meeting = await readMeeting(database, officer, id);
			expect(meeting.invitees).toMatchObject([
				{ attendance: 'attended' },
				{ attendance: 'absent', opinion: 'Đồng ý với kế hoạch' },
				{ attendance: null },
			]);
			const [decision] = meeting.decisions;
			const task = { decisionId: decision?.id, lead: 'Tổ phó', dueOn: '2026-06-01' };
			await expect(assignDecision(database, officer, id, task, now)).rejects.toMatchObject({
				problems: [{ field: 'dueOn', rule: 'noPlan' }],
			});
			const planId = await drawUpPlan(
				database,
				officer,
				{
					...{ unitId: village.id, teamId: first, year: 2026, title: 'Kế hoạch của tổ' },
					...{ number: '', issuedOn: null, template: 'empty' },
				},
				now,
			);
			await assignDecision(database, officer, id, task, now);
			expect((await readPlan(database, officer, planId)).tasks).toMatchObject([
				{ what: 'Mở lớp VNeID', lead: 'Tổ phó', startsOn: '2026-05-03', dueOn: '2026-06-01' },
			]);
			await expect(assignDecision(database, officer, id, task, now)).rejects.toMatchObject({
				status: 409,
			});
			// Recorded again, what became a task stays and isn't doubled.
			await recordMeeting(database, officer, id, recordFromForm(entered), now);
			expect((await readMeeting(database, officer, id)).decisions).toMatchObject([
				{ what: 'Mở lớp VNeID', planId },
				{ what: 'Lập nhóm Zalo', taskId: null },
			]);
		}));

	it('of a unit invite the units below, which see it and change nothing; others see none of it', () =>
		rolledBack(handle(), async (database) => {
			const { call, commune, village, officer, viewer, communes } = await setUp(database);
			const id = await call({ unitId: commune.id, teamId: null, guests: '' });
			const leader = await makeAccount(database, 'leader', 'reporter', village.id);
			const stranger = await makeAccount(
				...([database, 'stranger', 'approver', communes[1]?.id ?? 0] as const),
			);
			expect(await readMeeting(database, leader, id)).toMatchObject({ mayChange: false });
			expect(
				(await listMeetings(database, leader, { page: 1, pageSize: 9 })).meetings,
			).toMatchObject([{ id, invited: 2, attended: 0 }]);
			for (const actor of [stranger, viewer]) {
				await expect(readMeeting(database, actor, id)).rejects.toMatchObject({ status: 404 });
				expect((await listMeetings(database, actor, { page: 1, pageSize: 9 })).total).toBe(0);
			}
			const record = { attendance: [], record: '', decisions: '' };
			await expect(recordMeeting(database, stranger, id, record, now)).rejects.toMatchObject({
				status: 404,
			});
			await cancelMeeting(database, officer, id, { reason: 'Trùng lịch' }, now);
			await expect(recordMeeting(database, officer, id, record, now)).rejects.toMatchObject({
				status: 409,
			});
		}));

	it('need somebody to come, a time that is one, and to have been held before they are recorded', () =>
		rolledBack(handle(), async (database) => {
			const { call, officer } = await setUp(database);
			await expect(call({ invitesAll: false, guests: ' \n' })).rejects.toMatchObject({
				problems: [{ field: 'guests', rule: 'nobodyInvited' }],
			});
			await expect(call({ startsAt: '25:00', heldOn: '' })).rejects.toMatchObject({
				problems: [{ field: 'heldOn' }, { field: 'startsAt', rule: 'time' }],
			});
			const ahead = await call({ heldOn: '2026-05-05' });
			const record = { attendance: [], record: '', decisions: '' };
			await expect(recordMeeting(database, officer, ahead, record, now)).rejects.toMatchObject({
				problems: [{ rule: 'notHeld' }],
			});
		}));
});
