import { describe, expect, it } from 'vitest';
import { communeCard, mostBytes } from './card';
import type { CommuneFacts } from './facts';
import { announcementScript } from './script';
import { spokenMonth, spokenNumber, spokenShare } from './spoken';

const unit = { kind: 'phuong', name: 'Nguyễn Thị Minh Khai – Đông Sơn' } as const;
const standing = { unit, current: true, successors: [] };
const facts: CommuneFacts = {
	kind: 'phuong',
	name: 'Nguyễn Thị Minh Khai – Đông Sơn',
	code: '07294',
	month: '2025-04',
	allFive: { kind: 'share', share: 3154 / 4023, able: 3154, base: 4023, reportedShare: 1 },
	previous: 0.7655,
	province: { kind: 'thanhPho', share: 0.695 },
	skills: [
		{ skill: 'skill1', share: 0.885 },
		{ skill: 'skill3', share: 0.8 },
		{ skill: 'skill5', share: 0.445 },
	],
};

describe('numbers read out', () => {
	it.each([
		[0, 'không'],
		[15, 'mười lăm'],
		[21, 'hai mươi mốt'],
		[24, 'hai mươi tư'],
		[101, 'một trăm lẻ một'],
		[1005, 'một nghìn không trăm lẻ năm'],
		[2015, 'hai nghìn không trăm mười lăm'],
		[1_204_055, 'một triệu hai trăm lẻ bốn nghìn không trăm năm mươi lăm'],
	])('%d is %s', (value, words) => {
		expect(spokenNumber(value)).toBe(words);
	});

	it.each([
		[0.784, 'bảy mươi tám phẩy bốn phần trăm'],
		[0.78, 'bảy mươi tám phần trăm'],
		[1, 'một trăm phần trăm'],
		// As everywhere: not up to a bound, not down to nobody, not up to all.
		[0.79996, 'bảy mươi chín phẩy chín phần trăm'],
		[0.00001, 'không phẩy một phần trăm'],
		[0.99999, 'chín mươi chín phẩy chín phần trăm'],
	])('a share of %d is %s', (share, words) => {
		expect(spokenShare(share)).toBe(words);
	});

	it('names months as people do', () => {
		expect(spokenMonth('2026-04')).toBe('tháng tư năm hai nghìn không trăm hai mươi sáu');
		expect(spokenMonth('2026-11')).toBe('tháng mười một năm hai nghìn không trăm hai mươi sáu');
	});
});

describe('what the loudspeaker reads', () => {
	it('takes no more than a minute, and has no figure that is not written out', () => {
		const text = announcementScript(facts).join(' ');
		expect(text.split(/\s+/).length).toBeLessThanOrEqual(220);
		expect(text).not.toMatch(/\d|%/);
		expect(text).toContain('bảy mươi tám hộ có người biết dùng đủ năm kỹ năng số');
		expect(text).toContain('Tháng trước là bảy mươi sáu phẩy sáu phần trăm.');
		expect(text).toContain('cao hơn mức chung của thành phố, là sáu mươi chín phẩy năm phần trăm');
		expect(text).toContain('ít hộ biết nhất là dùng nền tảng số của địa phương');
	});

	it('leaves out what the page does not show', () => {
		const few = announcementScript({ ...facts, previous: null, province: null, skills: [] });
		expect(few.join(' ')).not.toMatch(/Tháng trước|mức chung|ít hộ biết nhất/);
	});
});

describe('the card', () => {
	const address = 'https://example.test/xa/07294-nguyen-thi-minh-khai-dong-son';

	it('says the same with figures, within 500 bytes', () => {
		const card = communeCard(facts, standing, address);
		expect(card.split('\n')).toEqual([
			'Phường Nguyễn Thị Minh Khai – Đông Sơn, tháng 4/2025',
			'78,4% số hộ có người biết đủ 5 kỹ năng số (3.154/4.023 hộ đã rà soát).',
			'Tháng trước: 76,6%.',
			'Mức chung toàn thành phố: 69,5%.',
			address,
			'',
		]);
		expect(Buffer.byteLength(card)).toBeLessThanOrEqual(mostBytes);
	});

	it('drops lines rather than its address', () => {
		const long = { ...facts, name: 'Đặng Thị Ngọc Ẩn '.repeat(12).trim() };
		const card = communeCard(long, { ...standing, unit: { ...unit, name: long.name } }, address);
		expect(Buffer.byteLength(card)).toBeLessThanOrEqual(mostBytes);
		expect(card.endsWith(`${address}\n`)).toBe(true);
		expect(card).not.toContain('Mức chung');
	});

	it('says what a commune became that is no more', () => {
		const successors = [{ unit: { ...unit, name: 'Đông Sơn' } }];
		const card = communeCard(facts, { unit, current: false, successors }, address);
		expect(card.split('\n')[1]).toBe('Nay là: Phường Đông Sơn.');
		expect(Buffer.byteLength(card)).toBeLessThanOrEqual(mostBytes);
	});

	it('says that nothing is published', () => {
		expect(communeCard(null, standing, address)).toContain('Chưa có số liệu được công bố.');
	});
});
