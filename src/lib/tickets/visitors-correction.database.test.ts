import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import type { Database } from '../server/db/client';
import { answerTicket } from './answer.server';
import { askForCorrection } from './ask-correction.server';
import { raiseForVisitor } from './raise-for-visitor.server';
import { readTicket } from './read.server';
import { readVisitorsCorrection, reopenForVisitor } from './visitors-correction.server';

const now = new Date('2026-11-02T01:00:00Z');
let addresses = 0;
/** A limit of one test is none of another. */
const someAddress = () => `10.${(addresses += 1)}.0.1`;
const text = 'Thôn tôi có 80 hộ biết, trang ghi 60.';
const refused = (field: string, rule: string) => ({ problems: [{ field, rule }] });

describeDatabase('corrections that visitors ask for', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const code = province.communes[0]?.code ?? '';
		const officer = await makeAccount(database, 'officer', 'approver', province.provinceId);
		const asked = { code, month: '2026-10', text, from: someAddress(), now };
		const ask = (change: Partial<typeof asked> = {}) =>
			askForCorrection(database, { ...asked, ...change });
		const reason = { publicQuestion: 'Số hộ tháng 10.', publicAnswer: 'Không đổi: đã đếm lại.' };
		const answer = (id: number, released: Partial<typeof reason> = reason) =>
			answerTicket(database, officer, id, { text: 'Đã gọi bà Bưởi.', ...released }, now);
		const read = (id: number) => readVisitorsCorrection(database, id, now);
		const reopen = (id: number, from = someAddress()) =>
			reopenForVisitor(database, id, { input: { text: 'Tôi vẫn thấy sai.' }, from, now });
		return { ...province, code, officer, ask, answer, read, reopen };
	};

	it('have a number, wait with the level above, and end in public with a reason', () =>
		rolledBack(handle(), async (database) => {
			const { ask, answer, read, officer, code } = await setUp(database);
			const id = await ask();
			const open = await read(id);
			expect(open).toMatchObject({ id, state: 'open', category: 'correction', unit: { code } });
			expect(open).toMatchObject({ question: null, answer: null, mayReopen: false });
			expect(JSON.stringify(open)).not.toContain('Thôn tôi');
			expect((await readTicket(database, officer, id, now)).text).toBe(`2026-10: ${text}`);
			await expect(answer(id, { publicQuestion: '', publicAnswer: '' })).rejects.toMatchObject(
				refused('publicAnswer', 'publicReason'),
			);
			await answer(id);
			const answered = await read(id);
			expect(answered).toMatchObject({ state: 'answered', answer: 'Không đổi: đã đếm lại.' });
			expect(JSON.stringify(answered)).not.toContain('Bưởi');
		}));

	it('are opened again by anybody, but not without end', () =>
		rolledBack(handle(), async (database) => {
			const { ask, answer, read, reopen, officer } = await setUp(database);
			const id = await ask();
			await expect(reopen(id)).rejects.toThrow('open already');
			for (let time = 0; time < 3; time += 1) {
				await answer(id);
				expect((await read(id)).mayReopen).toBe(true);
				await reopen(id);
				expect((await read(id)).state).toBe('open');
			}
			await answer(id);
			expect((await read(id)).mayReopen).toBe(false);
			await expect(reopen(id)).rejects.toThrow('often enough');
			const { events } = await readTicket(database, officer, id, now);
			expect(events.filter(({ step }) => step === 'reopened')).toMatchObject([
				...[{ by: null }, { by: null }, { by: null }],
			]);
		}));

	it('are refused of what is no commune or month, of no words, and when one address sends too many', () =>
		rolledBack(handle(), async (database) => {
			const { ask } = await setUp(database);
			await expect(ask({ code: '99999' })).rejects.toMatchObject(refused('xa', 'commune'));
			await expect(ask({ month: '2026-13' })).rejects.toMatchObject(refused('thang', 'month'));
			await expect(ask({ text: 'sai' })).rejects.toMatchObject({ problems: [{ field: 'text' }] });
			const from = someAddress();
			for (let time = 0; time < 10; time += 1) await ask({ from });
			await expect(ask({ from })).rejects.toMatchObject(refused('text', 'tooMany'));
		}));

	it('are the only tickets that a number shows to everybody', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, read, reopen } = await setUp(database);
			const comment = { unitId: provinceId, about: 'Mùa thi đua', text };
			const other = await raiseForVisitor(database, comment, now);
			await expect(read(other)).rejects.toThrow('no correction');
			await expect(reopen(other)).rejects.toThrow('no correction');
			await expect(read(2_000_000)).rejects.toThrow('no correction');
		}));
});
