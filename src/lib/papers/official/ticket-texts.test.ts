import { describe, expect, it } from 'vitest';
import { answerTexts, firstSentence, ticketTexts, type RaisedGroup } from './ticket-texts';

const group = (given: Partial<RaisedGroup>): RaisedGroup => ({
	kind: 'difficulty',
	category: 'funding',
	count: 1,
	answered: 0,
	texts: ['Tổ chưa có kinh phí.'],
	answers: [],
	...given,
});

describe('tickets in an official report', () => {
	it('are a paragraph a category, with how many there were and what the newest say', () => {
		const raised = [
			group({
				count: 9,
				answered: 2,
				texts: [
					'Thiếu tiền in tờ rơi. Đã hỏi xã.',
					'Thiếu tiền in tờ rơi!',
					'Hết mực',
					'Hết giấy',
					'x',
				],
			}),
			group({ category: 'wifi', texts: ['Nhà văn hóa chưa có wifi'] }),
			group({ kind: 'proposal', category: 'devices' }),
		];
		expect(ticketTexts(raised, 'difficulty')).toBe(
			'- Về kinh phí, có 9 ý kiến (2 ý kiến đã được trả lời): thiếu tiền in tờ rơi; hết mực; hết giấy; …\n' +
				'- Về wifi nơi công cộng: nhà văn hóa chưa có wifi.',
		);
		expect(ticketTexts(raised, 'proposal')).toBe('- Về thiết bị: tổ chưa có kinh phí.');
		expect(ticketTexts([], 'difficulty')).toBe('');
	});

	it('need no heading where they lie in no category, and say that the only one was answered', () => {
		const one = group({ category: 'other', answered: 1, texts: ['VNeID bị lỗi.'] });
		expect(ticketTexts([one], 'difficulty')).toBe('- VNeID bị lỗi (đã được trả lời).');
		const two = group({ category: 'other', count: 2, texts: ['Máy cũ.', 'Xa trung tâm.'] });
		expect(ticketTexts([two], 'difficulty')).toBe('- Có 2 ý kiến: máy cũ; xa trung tâm.');
	});

	it('tell by their answers what was done about difficulties', () => {
		const answered = group({
			answered: 2,
			answers: ['Đã cấp tiền in. Sẽ cấp tiếp.', 'Đã mua mực'],
		});
		const proposal = group({ kind: 'proposal', answered: 1, answers: ['Đã ghi nhận.'] });
		expect(answerTexts([answered, group({ category: 'wifi' }), proposal])).toBe(
			'- Về kinh phí: đã cấp tiền in; đã mua mực.',
		);
	});

	it('are cut at the first sentence, and between words', () => {
		expect(firstSentence('  Mạng  yếu ở bản.\nXin giúp.')).toBe('Mạng yếu ở bản');
		expect(firstSentence('Cần 1.500 tờ rơi. Gấp.')).toBe('Cần 1.500 tờ rơi');
		const long = firstSentence('Đường xa '.repeat(40));
		expect(long.length).toBeLessThanOrEqual(162);
		expect(long).toMatch(/(Đường|xa) …$/);
	});
});
