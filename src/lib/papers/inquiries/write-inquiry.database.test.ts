import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import { pixel } from '../../../../tests/fixtures/pixel';
import type { AnswerValues } from '../../contracts/inquiries';
import { drawUpInquiry } from '../../inquiries/draw-up.server';
import { saveQuestion } from '../../inquiries/questions.server';
import { saveAnswer } from '../../inquiries/save-answer.server';
import { sendInquiry } from '../../inquiries/send.server';
import type { Database } from '../../server/db/client';
import { writeInquiry } from './write-inquiry.server';

const now = new Date('2022-04-20T01:00:00Z');
const blank = {
	...{ explanation: '', required: false, unit: '', least: null, most: null },
	...{ summed: false, options: [], several: false },
};

describeDatabase('answers to an inquiry as a file', (handle) => {
	const setUp = async (database: Database) => {
		const { communes, provinceId, reporter } = await makeProvince(database, {
			...{ communes: 3, villages: 0 },
		});
		const head = { title: 'Danh sách tổ', reason: 'Tổng hợp của tỉnh', basis: '' };
		const id = await drawUpInquiry(
			database,
			reporter,
			{
				...{ ...head, unitId: provinceId, dueOn: '2022-04-30', dueTime: '00:00' },
				...{ level: 'commune', template: 'empty' },
			},
			now,
		);
		for (const question of [
			{ ...blank, kind: 'number', label: 'Số tổ', unit: 'tổ', summed: true },
			{ ...blank, kind: 'text', label: 'Ghi chú' },
			{ ...blank, kind: 'file', label: 'Danh sách' },
		])
			await saveQuestion(database, reporter, id, null, question);
		await sendInquiry(database, reporter, id, now);
		const scan = new File([Buffer.from(pixel, 'base64')], 'danh sách.png');
		const given: AnswerValues[] = [{ q1: 9.5, q2: '=HYPERLINK("x")' }, { q1: 3 }];
		for (const [index, answers] of given.entries())
			await saveAnswer(
				database,
				reporter,
				{
					...{ inquiryId: id, unitId: communes[index]?.id ?? 0, version: 1, revision: 0 },
					...{
						answers,
						files: { ...(index === 0 && { q3: scan }) },
						withoutFile: [],
						submit: true,
					},
				},
				now,
			);
		const write = (file: 'xlsx' | 'csv' | 'docx' | 'zip', by = reporter) =>
			writeInquiry(database, by, { id, file, now });
		return { write, communes };
	};

	it('has a line for each unit, what they say together, and no formula', () =>
		rolledBack(handle(), async (database) => {
			const { write } = await setUp(database);
			const workbook = new ExcelJS.Workbook();
			await workbook.xlsx.load((await write('xlsx')).content.buffer as ArrayBuffer);
			const [answers, summary] = workbook.worksheets;
			const row = (number: number) =>
				[1, 2, 6, 7, 8].map((column) => answers?.getCell(number, column).value);
			expect(row(2)).toEqual(['98000', 'Xã Xã 0', 9.5, `'=HYPERLINK("x")`, 'danh sách.png']);
			expect(row(4)).toEqual(['98002', 'Xã Xã 2', null, null, null]);
			expect(summary?.getRow(2).values).toEqual([undefined, 'Số tổ (tổ)', 2, 12.5, 3, 9.5]);
			const csv = new TextDecoder().decode((await write('csv')).content);
			expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
			const docx = unzipSync((await write('docx')).content)['word/document.xml'];
			expect(strFromU8(docx ?? new Uint8Array())).toMatch(/9,5.*Cộng.*12,5/s);
		}));

	it('packs what was handed in by unit, and is for those alone who may see answers', () =>
		rolledBack(handle(), async (database) => {
			const { write, communes } = await setUp(database);
			const { content } = await write('zip');
			expect(Object.keys(unzipSync(content))).toEqual(['98000/q3-danh sách.png']);
			const other = await makeAccount(database, 'other', 'reporter', communes[1]?.id ?? 0);
			expect(Object.keys(unzipSync((await write('zip', other)).content))).toEqual([]);
			const viewer = await makeAccount(database, 'viewer', 'viewer', communes[1]?.id ?? 0);
			await expect(write('csv', viewer)).rejects.toMatchObject({ status: 404 });
		}));
});
