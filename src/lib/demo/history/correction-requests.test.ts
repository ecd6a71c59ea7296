import { describe, expect, it } from 'vitest';
import { Answer, NewTicket } from '../../tickets/schemas';
import { parse } from '../../server/parse';
import { imagineDemo } from '../imagine';
import { imagineCorrectionRequests } from './correction-requests';

const now = new Date('2026-11-22T05:00:00Z');
const demo = imagineDemo(now);
const requests = imagineCorrectionRequests(demo);

describe('requests for correction', () => {
	it('come out either way, and the newest waits', () => {
		const answers = requests.map(({ outcome }) => outcome?.answer.split(/[. ]/, 2).join(' '));
		expect(answers.toSorted()).toEqual(
			['Không đổi', 'Không đổi', 'Đã đính', 'Đã đính', undefined].toSorted(),
		);
		expect(requests.at(-1)?.outcome).toBeNull();
	});

	it('are raised before they are answered, and none tomorrow', () => {
		for (const { raisedAt, outcome } of requests) {
			expect(raisedAt < (outcome?.at ?? now)).toBe(true);
			expect((outcome?.at ?? now) <= now).toBe(true);
		}
		for (const { month, raisedAt } of requests) expect(month < raisedAt.toISOString()).toBe(true);
	});

	it('say of a number that it was corrected only where it was', () => {
		for (const { commune, month, outcome } of requests) {
			if (!outcome?.answer.startsWith('Đã đính chính')) continue;
			const own = demo.province.communes.filter(({ code }) => code === commune);
			const units = new Set(
				own.flatMap(({ code, villages }) => [code, ...villages.map((one) => one.code)]),
			);
			const decided = demo.happenings.filter(
				(happening) =>
					happening.kind === 'decide' &&
					happening.at.getTime() === outcome.at.getTime() &&
					happening.decisions.some(
						({ unit, period, revision }) => units.has(unit) && period === month && revision === 2,
					),
			);
			expect(decided).toHaveLength(1);
		}
	});

	it('are worded as the forms take them', () => {
		for (const { text, outcome } of requests) {
			parse(NewTicket, { unitId: 1, kind: 'proposal', category: 'correction', text });
			if (!outcome) continue;
			const { question, answer } = outcome;
			parse(Answer, { text: answer, publicQuestion: question, publicAnswer: answer });
		}
	});
});
