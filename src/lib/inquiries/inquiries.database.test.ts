import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import { pixel } from '../../../tests/fixtures/pixel';
import type { Actor } from '../contracts/accounts';
import type { AnswerValues } from '../contracts/inquiries';
import type { Database } from '../server/db/client';
import { changeInquiry } from './change.server';
import { beginCorrection, dropCorrection, issueCorrection } from './correction.server';
import { drawUpInquiry } from './draw-up.server';
import { closeInquiry, extendInquiry, withdrawInquiry } from './end.server';
import { listInquiries } from './list.server';
import { dropQuestion, raiseQuestion, saveQuestion } from './questions.server';
import { readAnswer, serveAnswerFile } from './read-answer.server';
import { readDueInquiries } from './read-due.server';
import { readAsked, readInquiry } from './read.server';
import { readResults } from './read-results.server';
import { saveAnswer, type GivenAnswer } from './save-answer.server';
import { sendInquiry } from './send.server';

const now = new Date('2022-04-20T01:00:00Z');
const due = new Date('2022-04-29T17:00:00Z');
const head = {
	...{ title: 'Danh sách tổ trước 30/4/2022', reason: 'Phục vụ tổng hợp của tỉnh' },
	...{ basis: 'Hướng dẫn tháng 3/2022', dueOn: '2022-04-30', dueTime: '00:00' },
};
const question = {
	...{ kind: 'number', label: 'Số tổ đã thành lập', explanation: '', required: true },
	...{ unit: 'tổ', least: 0, most: 500, summed: true, options: [], several: false },
};
const choice = {
	...{ ...question, kind: 'choice', label: 'Hình thức', unit: '', least: null, most: null },
	...{ summed: false, options: ['Trực tiếp', 'Trực tuyến'], required: false },
};
const file = { ...choice, kind: 'file', label: 'Danh sách', options: [] };

describeDatabase('inquiries', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 3, villages: 2 });
		const [first, second, third] = province.communes;
		if (!first || !second || !third) throw new Error('three communes');
		const clerk = await makeAccount(database, 'clerk', 'reporter', first.id);
		const stranger = await makeAccount(database, 'stranger', 'reporter', second.id);
		const asker = province.reporter;
		const drawUp = (change: Record<string, unknown> = {}, by = asker) =>
			drawUpInquiry(
				database,
				by,
				{ ...head, unitId: province.provinceId, level: 'commune', template: 'empty', ...change },
				now,
			);
		/** Of the given questions, sent. */
		const send = async (...questions: Record<string, unknown>[]) => {
			const id = await drawUp();
			for (const each of questions) await saveQuestion(database, asker, id, null, each);
			await sendInquiry(database, asker, id, now);
			return id;
		};
		const answer = (
			inquiryId: number,
			unitId: number,
			answers: AnswerValues,
			{ by = asker, at = now, ...change }: Partial<GivenAnswer> & { by?: Actor; at?: Date } = {},
		) =>
			saveAnswer(
				database,
				by,
				{
					...{ inquiryId, unitId, answers, version: 1, revision: 0 },
					...{ files: {}, withoutFile: [], submit: true, ...change },
				},
				at,
			);
		const asked = async (id: number, at: Date, by = asker) =>
			(await readAsked(database, by, id, { standing: null, now: at, page: 1, pageSize: 50 }))
				.counts;
		return {
			...province,
			first,
			second,
			third,
			clerk,
			stranger,
			asker,
			drawUp,
			send,
			answer,
			asked,
		};
	};

	it('ask every unit of a level, or those that are chosen, from when they are sent', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, asker, clerk, first, second, asked } = await setUp(database);
			const id = await drawUp({ template: 'teams' });
			expect((await readInquiry(database, asker, id)).questions.map(({ kind }) => kind)).toEqual([
				...['number', 'number', 'date', 'file', 'text'],
			]);
			await expect(readInquiry(database, clerk, id)).rejects.toMatchObject({ status: 404 });
			expect(await readDueInquiries(database, clerk, { limit: 9 })).toEqual([]);
			await sendInquiry(database, asker, id, now);
			expect(await asked(id, now)).toMatchObject({ asked: 3, pending: 3 });
			expect(await readDueInquiries(database, clerk, { limit: 9 })).toMatchObject([
				{ inquiryId: id, unitId: first.id, dueAt: '2022-04-29T17:00:00Z', isOutdated: false },
			]);
			const few = await drawUp({ template: 'courses' });
			const unitIds = [first.id, second.id];
			await changeInquiry(database, asker, few, { ...head, level: 'commune', unitIds }, now);
			await sendInquiry(database, asker, few, now);
			expect(await asked(few, now)).toMatchObject({ asked: 2 });
			const villages = await drawUp({ level: 'village', template: 'contacts' });
			await sendInquiry(database, asker, villages, now);
			expect(await asked(villages, now)).toMatchObject({ asked: 6 });
		}));

	it('are refused where they could not be answered', () =>
		rolledBack(handle(), async (database) => {
			const { drawUp, asker, first, clerk } = await setUp(database);
			await expect(drawUp({ level: 'district' })).rejects.toMatchObject({
				problems: [{ field: 'level', rule: 'noSuchUnits' }],
			});
			const villager = await makeAccount(database, 'v', 'reporter', first.villages[0]?.id ?? 0);
			await expect(
				drawUp({ unitId: first.villages[0]?.id, level: 'village' }, villager),
			).rejects.toMatchObject({ problems: [{ rule: 'noSuchUnits' }] });
			await expect(drawUp({}, clerk)).rejects.toMatchObject({ status: 403 });
			expect(await drawUp({ unitId: first.id, level: 'village' }, clerk)).toBeGreaterThan(0);
			const id = await drawUp();
			await expect(sendInquiry(database, asker, id, now)).rejects.toMatchObject({
				problems: [{ rule: 'noQuestions' }],
			});
			await saveQuestion(database, asker, id, null, question);
			await expect(sendInquiry(database, asker, id, due)).rejects.toMatchObject({
				problems: [{ field: 'dueOn', rule: 'dueToCome' }],
			});
			await expect(
				saveQuestion(database, asker, id, null, { ...choice, options: ['Một'] }),
			).rejects.toMatchObject({ problems: [{ field: 'options', rule: 'twoOptions' }] });
			await expect(
				saveQuestion(database, asker, id, null, { ...question, least: 5, most: 4 }),
			).rejects.toMatchObject({ problems: [{ field: 'most', rule: 'mostBelowLeast' }] });
		}));

	it('are answered by their units: strictly before the deadline, late is marked and stays so', () =>
		rolledBack(handle(), async (database) => {
			const { send, answer, asked, asker, first, second, third, clerk, stranger } =
				await setUp(database);
			const id = await send(question);
			await answer(id, first.id, { q1: 9 }, { by: clerk, at: new Date(due.getTime() - 1) });
			await answer(id, second.id, { q1: 4 }, { by: stranger, at: due });
			expect(await asked(id, due)).toMatchObject({ onTime: 1, late: 1, missing: 1 });
			await answer(id, second.id, { q1: 5 }, { by: stranger, at: due, revision: 1 });
			expect(await asked(id, due)).toMatchObject({ onTime: 1, late: 1 });
			const results = await readResults(database, asker, id, due);
			expect(results.sums).toMatchObject([{ answered: 2, sum: 14, least: 5, most: 9 }]);
			await expect(answer(id, third.id, { q1: 1 }, { by: clerk })).rejects.toMatchObject({
				status: 404,
			});
			await expect(answer(id, second.id, { q1: 1 }, { by: stranger })).rejects.toMatchObject({
				problems: [{ rule: 'answeredMeanwhile' }],
			});
			expect(await asked(id, due, clerk)).toMatchObject({ asked: 1, onTime: 1 });
			expect(
				(await readAnswer(database, stranger, { inquiryId: id, unitId: second.id })).revisions,
			).toHaveLength(2);
			await expect(
				readAnswer(database, clerk, { inquiryId: id, unitId: second.id }),
			).rejects.toMatchObject({ status: 404 });
		}));

	it('keep a draft, and take an answer only whole', () =>
		rolledBack(handle(), async (database) => {
			const { send, answer, asked, first, clerk } = await setUp(database);
			const id = await send(question, choice, { ...file, required: true });
			const at = { inquiryId: id, unitId: first.id };
			await answer(id, first.id, { q2: ['Trực tiếp'] }, { by: clerk, submit: false });
			expect(await readAnswer(database, clerk, at)).toMatchObject({
				draft: { q2: ['Trực tiếp'] },
				answers: null,
			});
			await expect(answer(id, first.id, { q1: 501 }, { by: clerk })).rejects.toMatchObject({
				problems: [
					{ field: 'q3', rule: 'required' },
					{ field: 'q1', rule: 'tooLarge' },
				],
			});
			const wrongs: AnswerValues[] = [
				{ q1: 'chín' },
				{ q2: ['Khác'] },
				{ q2: ['Trực tiếp', 'Trực tuyến'] },
			];
			for (const wrong of wrongs)
				await expect(
					answer(id, first.id, wrong, { by: clerk, submit: false }),
				).rejects.toMatchObject({ status: 422 });
			const scan = new File([Buffer.from(pixel, 'base64')], 'danh-sach.png', { type: 'image/png' });
			await answer(id, first.id, { q1: 9 }, { by: clerk, files: { q3: scan } });
			const stored = await readAnswer(database, clerk, at);
			const fileId = Number(stored.answers?.['q3']);
			expect(stored).toMatchObject({ draft: null, files: new Map([[fileId, 'danh-sach.png']]) });
			const served = await serveAnswerFile(database, clerk, { ...at, fileId });
			expect(served.headers.get('content-type')).toBe('image/png');
			await expect(
				serveAnswerFile(database, clerk, { ...at, fileId: fileId + 1 }),
			).rejects.toMatchObject({ status: 404 });
			await answer(id, first.id, { q1: 8 }, { by: clerk, revision: 1 });
			expect((await readAnswer(database, clerk, at)).answers).toEqual({ q1: 8, q3: fileId });
			const text = new File(['hai tổ'], 'danh-sach.exe');
			await expect(
				answer(id, first.id, { q1: 8 }, { by: clerk, revision: 2, files: { q3: text } }),
			).rejects.toMatchObject({ problems: [{ field: 'q3', rule: 'fileOfOtherKind' }] });
			expect(await asked(id, due)).toMatchObject({ onTime: 1 });
		}));

	it('change after they were sent only as a new version with a reason; answers stay', () =>
		rolledBack(handle(), async (database) => {
			const { send, answer, asker, first, clerk } = await setUp(database);
			const id = await send(question, choice);
			await answer(id, first.id, { q1: 9 }, { by: clerk });
			await expect(saveQuestion(database, asker, id, 'q1', question)).rejects.toMatchObject({
				status: 409,
			});
			await beginCorrection(database, asker, id);
			await saveQuestion(database, asker, id, 'q1', { ...question, most: 20 });
			await saveQuestion(database, asker, id, 'q2', { ...choice, kind: 'text', options: [] });
			await saveQuestion(database, asker, id, null, { ...question, label: 'Số thành viên' });
			await raiseQuestion(database, asker, id, 'q4');
			expect((await readInquiry(database, clerk, id)).questions).toHaveLength(2);
			await issueCorrection(database, asker, id, { reason: 'Bổ sung số thành viên' }, now);
			const { questions, version, history } = await readInquiry(database, clerk, id);
			expect(questions.map(({ key }) => key)).toEqual(['q1', 'q4', 'q3']);
			expect(version).toBe(2);
			expect(history.at(-1)).toMatchObject({
				change: 'corrected',
				reason: 'Bổ sung số thành viên',
			});
			expect(await readDueInquiries(database, clerk, { limit: 9 })).toMatchObject([
				{ isOutdated: true },
			]);
			const at = { inquiryId: id, unitId: first.id };
			expect((await readAnswer(database, clerk, at)).answers).toEqual({ q1: 9 });
			await expect(
				answer(id, first.id, { q1: 9, q4: 45 }, { by: clerk, revision: 1 }),
			).rejects.toMatchObject({ problems: [{ rule: 'questionsChanged' }] });
			await answer(id, first.id, { q1: 9, q4: 45 }, { by: clerk, revision: 1, version: 2 });
			expect(await readDueInquiries(database, clerk, { limit: 9 })).toEqual([]);
			await beginCorrection(database, asker, id);
			await dropQuestion(database, asker, id, 'q4');
			await dropCorrection(database, asker, id);
			expect((await readInquiry(database, asker, id)).version).toBe(2);
		}));

	it('are extended, closed and withdrawn by the asker alone, in the open', () =>
		rolledBack(handle(), async (database) => {
			const { send, answer, asked, asker, approver, first, second, clerk, stranger } =
				await setUp(database);
			const id = await send(question);
			await answer(id, first.id, { q1: 1 }, { by: clerk, at: due });
			expect(await asked(id, due)).toMatchObject({ late: 1, missing: 2 });
			const later = { dueOn: '2022-05-05', dueTime: '00:00', reason: 'Nghỉ lễ dài ngày' };
			await expect(extendInquiry(database, clerk, id, later, due)).rejects.toMatchObject({
				status: 404,
			});
			await expect(
				extendInquiry(database, asker, id, { ...later, dueOn: '2022-04-29' }, now),
			).rejects.toMatchObject({ problems: [{ rule: 'laterThanBefore' }] });
			await extendInquiry(database, asker, id, later, due);
			expect(await asked(id, due)).toMatchObject({ onTime: 1, pending: 2 });
			expect((await readInquiry(database, clerk, id)).history.at(-1)).toMatchObject({
				...{ change: 'extended', reason: 'Nghỉ lễ dài ngày', dueBefore: due },
			});
			await closeInquiry(database, approver, id, due);
			await expect(
				answer(id, second.id, { q1: 1 }, { by: stranger, at: due }),
			).rejects.toMatchObject({ status: 409 });
			const other = await send(question);
			await withdrawInquiry(database, asker, other, { reason: 'Trùng với báo cáo tháng' }, now);
			expect(await readDueInquiries(database, clerk, { limit: 9 })).toEqual([]);
			expect((await readInquiry(database, clerk, other)).state).toBe('withdrawn');
			const { inquiries } = await listInquiries(database, clerk, {
				...{ state: 'closed', page: 1, pageSize: 9 },
			});
			expect(inquiries).toMatchObject([{ id, asked: 1, answered: 1 }]);
			expect(
				await listInquiries(database, asker, { state: null, page: 1, pageSize: 9 }),
			).toMatchObject({ total: 2, inquiries: [{ asked: 3 }, { asked: 3, answered: 1 }] });
		}));
});
