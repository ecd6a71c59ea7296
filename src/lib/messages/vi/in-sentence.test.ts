import { expect, it } from 'vitest';
import { inSentence } from './in-sentence';

it.each([
	['Tỉnh Nam Định', 'tỉnh Nam Định'],
	['Tổ dân phố Phúc Bình', 'tổ dân phố Phúc Bình'],
	['Thành phố Hà Nội', 'thành phố Hà Nội'],
	['Xã Tân An (Cà Mau)', 'xã Tân An (Cà Mau)'],
	['Ấp Bình Hòa', 'ấp Bình Hòa'],
	['Đặc khu Hoàng Sa', 'đặc khu Hoàng Sa'],
	['Quận 1', 'Quận 1'],
	['Việt Nam', 'Việt Nam'],
	['Sở Giáo dục và Đào tạo', 'Sở Giáo dục và Đào tạo'],
])('%s is written %s within a sentence', (name, written) => {
	expect(inSentence(name)).toBe(written);
});
