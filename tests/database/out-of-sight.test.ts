import { expect, it } from 'vitest';
import { cancelActivity } from '../../src/lib/activities/cancel.server';
import { readActivity } from '../../src/lib/activities/read.server';
import { recordActivity } from '../../src/lib/activities/record.server';
import { servePhoto } from '../../src/lib/activities/serve-photo.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import { drawUpInquiry } from '../../src/lib/inquiries/draw-up.server';
import { closeInquiry } from '../../src/lib/inquiries/end.server';
import { dropQuestion } from '../../src/lib/inquiries/questions.server';
import { readAnswer, serveAnswerFile } from '../../src/lib/inquiries/read-answer.server';
import { readInquiry } from '../../src/lib/inquiries/read.server';
import { readResults } from '../../src/lib/inquiries/read-results.server';
import { saveAnswer } from '../../src/lib/inquiries/save-answer.server';
import { sendInquiry } from '../../src/lib/inquiries/send.server';
import { addTask } from '../../src/lib/plans/add-task.server';
import { dropTask } from '../../src/lib/plans/change-task.server';
import { drawUpPlan } from '../../src/lib/plans/draw-up.server';
import { readPlan } from '../../src/lib/plans/read.server';
import { readTask } from '../../src/lib/plans/read-task.server';
import { addPhoto, serveInternalPhoto } from '../../src/lib/practices/photos.server';
import { readPractice } from '../../src/lib/practices/read.server';
import { reviewPractice } from '../../src/lib/practices/review.server';
import { writePractice } from '../../src/lib/practices/write.server';
import type { Database } from '../../src/lib/server/db/client';
import { NotFoundError } from '../../src/lib/server/errors';
import { closeTicket } from '../../src/lib/tickets/close.server';
import { raiseTicket } from '../../src/lib/tickets/raise.server';
import { readTicket } from '../../src/lib/tickets/read.server';
import { pixel } from '../fixtures/pixel';
import { addUnit } from './accounts';
import { makeAccount, makeProvince } from './province';
import { describeDatabase, rolledBack } from '.';

const now = new Date('2026-11-01T01:00:00Z');

/** What has a number and belongs to one village. */
interface Numbered {
	activity: number;
	ticket: number;
	practice: number;
	photo: number;
	plan: number;
	task: number;
	inquiry: number;
	asked: number;
}
const absent: Numbered = {
	...{ activity: 999_999, ticket: 999_999, practice: 999_999, photo: 999_999 },
	...{ plan: 999_999, task: 999_999, inquiry: 999_999, asked: 999_999 },
};

const aboutPhoto = { description: 'Một buổi của tổ', withoutFaces: false };
const photo = () => new File([Buffer.from(pixel, 'base64')], 'to.png', { type: 'image/png' });
const task = {
	...{ what: 'Hướng dẫn từng hộ', lead: 'Tổ trưởng', place: '', product: '' },
	...{ startsOn: '2026-11-01', dueOn: '2026-12-01', audience: 'own' },
};

/** Verbs behind an address with a number. */
const verbs: Record<string, (database: Database, actor: Actor, ids: Numbered) => Promise<unknown>> =
	{
		activity: (database, actor, ids) => readActivity(database, actor, ids.activity),
		'photo of an activity': (database, actor, ids) => servePhoto(database, actor, ids.activity),
		'change of an activity': (database, actor, ids) =>
			cancelActivity(database, actor, ids.activity, { reason: 'ghi nhầm ngày' }, now),
		ticket: (database, actor, ids) => readTicket(database, actor, ids.ticket, now),
		'step of a ticket': (database, actor, ids) =>
			closeTicket(database, actor, ids.ticket, { text: '' }, now),
		practice: (database, actor, ids) => readPractice(database, actor, ids.practice),
		'review of a practice': (database, actor, ids) =>
			reviewPractice(
				database,
				actor,
				ids.practice,
				{ decision: 'returned', comment: 'thiếu' },
				now,
			),
		'photo of a practice': (database, actor, ids) =>
			serveInternalPhoto(database, actor, ids.practice, ids.photo),
		'new photo of a practice': (database, actor, ids) =>
			addPhoto(database, actor, ids.practice, { photo: photo(), input: aboutPhoto, now }),
		plan: (database, actor, ids) => readPlan(database, actor, ids.plan),
		'new task of a plan': (database, actor, ids) => addTask(database, actor, ids.plan, task, now),
		task: (database, actor, ids) =>
			readTask(database, actor, { planId: ids.plan, taskId: ids.task }),
		inquiry: (database, actor, ids) => readInquiry(database, actor, ids.inquiry),
		'step of an inquiry': (database, actor, ids) => closeInquiry(database, actor, ids.inquiry, now),
		'question of an inquiry': (database, actor, ids) =>
			dropQuestion(database, actor, ids.inquiry, 'q1'),
		'answers to an inquiry': (database, actor, ids) =>
			readResults(database, actor, ids.inquiry, now),
		'answer of a unit': (database, actor, ids) =>
			readAnswer(database, actor, { inquiryId: ids.inquiry, unitId: ids.asked }),
		'change of an answer': (database, actor, ids) =>
			saveAnswer(
				database,
				actor,
				{
					...{ inquiryId: ids.inquiry, unitId: ids.asked, version: 1, revision: 0 },
					...{ answers: {}, files: {}, withoutFile: [], submit: false },
				},
				now,
			),
		'file of an answer': (database, actor, ids) =>
			serveAnswerFile(database, actor, {
				...{ inquiryId: ids.inquiry, unitId: ids.asked, fileId: 1 },
			}),
		'change of a task': (database, actor, ids) =>
			dropTask(database, actor, ids.task, { reason: 'không cần nữa' }, now),
	};

/** Of a refusal: what the asker learns, numbers aside. */
async function learnt(asked: Promise<unknown>): Promise<string> {
	const refusal: unknown = await asked.then(
		() => 'answered',
		(thrown: unknown) => thrown,
	);
	expect(refusal).toBeInstanceOf(NotFoundError);
	return String(refusal).replace(/\d+/g, '…');
}

describeDatabase('what belongs to somebody else answers like what is not there', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 1, villages: 1 });
		const village = province.communes[0]?.villages[0]?.id ?? 0;
		const writer = await makeAccount(database, 'writer', 'reporter', village);
		const event = { kind: 'citizenSession', topic: 'skill1', heldOn: '2026-10-12' };
		const text = 'Tổ ngồi cùng các sạp hàng, in mã QR và tập cho từng người bán.';
		const activity = await recordActivity(
			database,
			writer,
			{ ...event, place: 'Nhà văn hóa', attendance: 20, key: 'out-of-sight', unitId: village },
			{ photo: photo(), now },
		);
		const ticket = await raiseTicket(
			database,
			writer,
			{ unitId: village, kind: 'difficulty', category: 'wifi', text: 'Chưa có wifi cho bà con' },
			now,
		);
		const written = { title: 'Chợ không tiền mặt', skill: 3, doing: text, result: text };
		const practice = await writePractice(database, writer, { ...written, unitId: village }, now);
		await addPhoto(database, writer, practice, { photo: photo(), input: aboutPhoto, now });
		const { photos } = await readPractice(database, writer, practice);
		const draft = { unitId: village, year: 2026, title: 'Kế hoạch', number: '', issuedOn: null };
		const plan = await drawUpPlan(database, writer, { ...draft, template: 'empty' }, now);
		const asker = await makeAccount(database, 'asker', 'reporter', province.communes[0]?.id ?? 0);
		const inquiry = await drawUpInquiry(
			database,
			asker,
			{
				...{ unitId: province.communes[0]?.id, title: 'Cán bộ đầu mối', reason: 'Lập danh bạ' },
				...{ basis: '', dueOn: '2026-12-01', dueTime: '00:00' },
				...{ level: 'village', template: 'contacts' },
			},
			now,
		);
		await sendInquiry(database, asker, inquiry, now);
		const ids: Numbered = {
			...{ activity, ticket, practice, photo: photos[0]?.id ?? 0, plan },
			...{ inquiry, asked: village },
			task: await addTask(database, writer, plan, task, now),
		};
		return { ids, elsewhere: await addUnit(database, '97', 'province', province.countryId) };
	};

	it.each(Object.entries(verbs))('%s', (_, ask) =>
		rolledBack(handle(), async (database) => {
			const { ids, elsewhere } = await setUp(database);
			for (const role of ['reporter', 'approver', 'administrator'] as const) {
				const actor = await makeAccount(database, `outside-${role}`, role, elsewhere);
				const told = await learnt(ask(database, actor, ids));
				expect(told, role).toBe(await learnt(ask(database, actor, absent)));
			}
		}),
	);
});
