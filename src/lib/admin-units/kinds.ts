import type { UnitKind, UnitLevel } from '../contracts/admin-units';
import { searchKey } from './names';

/** The official words, as lists and resolutions write them; longer ones first where one begins another. */
const words: readonly (readonly [UnitKind, string])[] = [
	['doanhNghiep', 'Doanh nghiệp'],
	['toDanPho', 'Tổ dân phố'],
	['thanhPho', 'Thành phố'],
	['thiTran', 'Thị trấn'],
	['quocGia', 'Quốc gia'],
	['dacKhu', 'Đặc khu'],
	['khuPho', 'Khu phố'],
	['phuong', 'Phường'],
	['thiXa', 'Thị xã'],
	['huyen', 'Huyện'],
	['tinh', 'Tỉnh'],
	['quan', 'Quận'],
	['thon', 'Thôn'],
	['ban', 'Bản'],
	['xa', 'Xã'],
];

const kindByWord = new Map(
	words.flatMap(([kind, word]) => [
		[searchKey(word), kind],
		[searchKey(kind), kind],
	]),
);

/** `Thị trấn`, `thi tran` or `thiTran`; undefined for any other word. */
export function parseKind(text: string): UnitKind | undefined {
	return kindByWord.get(searchKey(text));
}

/** `Tỉnh Bắc Giang` → tinh and `Bắc Giang`; without a leading kind the whole is the name. */
export function splitName(full: string): { kind: UnitKind | undefined; name: string } {
	const text = full.normalize('NFC').trim().replace(/\s+/gu, ' ');
	for (const [kind, word] of words) {
		const start = text.slice(0, word.length + 1);
		const name = text.slice(word.length + 1);
		if (name !== '' && start.endsWith(' ') && start.toLowerCase() === `${word.toLowerCase()} `)
			return { kind, name };
	}
	return { kind: undefined, name: text };
}

/** For searching: also drops a kind that was typed without accents, `thi tran Vôi` → `Vôi`. */
export function withoutKind(full: string): string {
	const text = full.normalize('NFC').trim().replace(/\s+/gu, ' ');
	for (const [, word] of words) {
		const rest = text.slice(word.length + 1);
		if (
			rest !== '' &&
			text[word.length] === ' ' &&
			searchKey(text.slice(0, word.length)) === searchKey(word)
		)
			return rest;
	}
	return text;
}

const levelByKind: Record<UnitKind, UnitLevel | undefined> = {
	quocGia: 'country',
	tinh: 'province',
	// A province or a district: its code tells.
	thanhPho: undefined,
	quan: 'district',
	huyen: 'district',
	thiXa: 'district',
	xa: 'commune',
	phuong: 'commune',
	thiTran: 'commune',
	dacKhu: 'commune',
	thon: 'village',
	ban: 'village',
	toDanPho: 'village',
	khuPho: 'village',
	doanhNghiep: 'enterprise',
};

export function levelOf(kind: UnitKind, code: string): UnitLevel {
	return levelByKind[kind] ?? (code.length === 2 ? 'province' : 'district');
}
