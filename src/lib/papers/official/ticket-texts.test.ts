import { describe, expect, it } from 'vitest';
import { firstSentence, ticketTexts, type RaisedGroup } from './ticket-texts';

const group = (given: Partial<RaisedGroup>): RaisedGroup => ({
	kind: 'difficulty',
	category: 'funding',
	count: 1,
	answered: 0,
	texts: ['Tổ chưa có kinh phí.'],
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
			'Kinh phí (9 ý kiến, 2 đã được trả lời): Thiếu tiền in tờ rơi; Hết mực; Hết giấy; …\n' +
				'Wifi nơi công cộng (1 ý kiến): Nhà văn hóa chưa có wifi.',
		);
		expect(ticketTexts(raised, 'proposal')).toBe('Thiết bị (1 ý kiến): Tổ chưa có kinh phí.');
		expect(ticketTexts([], 'difficulty')).toBe('');
	});

	it('are cut at the first sentence, and between words', () => {
		expect(firstSentence('  Mạng  yếu ở bản.\nXin giúp.')).toBe('Mạng yếu ở bản');
		expect(firstSentence('Cần 1.500 tờ rơi. Gấp.')).toBe('Cần 1.500 tờ rơi');
		const long = firstSentence('Đường xa '.repeat(40));
		expect(long.length).toBeLessThanOrEqual(162);
		expect(long).toMatch(/(Đường|xa) …$/);
	});
});
