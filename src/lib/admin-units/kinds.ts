import type { UnitKind, UnitLevel } from '../contracts/admin-units';
import { searchKey } from '../contracts/text/search-key';

interface KindWord {
	kind: UnitKind;
	/** As lists and resolutions write it. */
	word: string;
	/** Undefined for what is a province or a district: its code tells. */
	level: UnitLevel | undefined;
	/** What people write in short, as search keys. */
	short?: readonly string[];
}

const words: readonly KindWord[] = [
	{ kind: 'quocGia', word: 'Quốc gia', level: 'country' },
	{ kind: 'tinh', word: 'Tỉnh', level: 'province' },
	{ kind: 'thanhPho', word: 'Thành phố', level: undefined, short: ['tp'] },
	{ kind: 'quan', word: 'Quận', level: 'district', short: ['q'] },
	{ kind: 'huyen', word: 'Huyện', level: 'district', short: ['h'] },
	{ kind: 'thiXa', word: 'Thị xã', level: 'district', short: ['tx'] },
	{ kind: 'xa', word: 'Xã', level: 'commune', short: ['x'] },
	{ kind: 'phuong', word: 'Phường', level: 'commune', short: ['p'] },
	{ kind: 'thiTran', word: 'Thị trấn', level: 'commune', short: ['tt'] },
	{ kind: 'dacKhu', word: 'Đặc khu', level: 'commune' },
	{ kind: 'thon', word: 'Thôn', level: 'village' },
	{ kind: 'ban', word: 'Bản', level: 'village' },
	{ kind: 'toDanPho', word: 'Tổ dân phố', level: 'village', short: ['tdp'] },
	{ kind: 'khuPho', word: 'Khu phố', level: 'village', short: ['kp'] },
	{ kind: 'ap', word: 'Ấp', level: 'village' },
	{ kind: 'khom', word: 'Khóm', level: 'village' },
	{ kind: 'xom', word: 'Xóm', level: 'village' },
	{ kind: 'buon', word: 'Buôn', level: 'village' },
	{ kind: 'bon', word: 'Bon', level: 'village' },
	{ kind: 'plei', word: 'Plei', level: 'village' },
	{ kind: 'lang', word: 'Làng', level: 'village' },
	{ kind: 'phum', word: 'Phum', level: 'village' },
	{ kind: 'soc', word: 'Sóc', level: 'village' },
	{ kind: 'noc', word: 'Nóc', level: 'village' },
	{ kind: 'khu', word: 'Khu', level: 'village' },
	{ kind: 'khuDanCu', word: 'Khu dân cư', level: 'village', short: ['kdc'] },
	{ kind: 'khuVuc', word: 'Khu vực', level: 'village' },
	{ kind: 'tieuKhu', word: 'Tiểu khu', level: 'village', short: ['tk'] },
	{ kind: 'khoi', word: 'Khối', level: 'village' },
	{ kind: 'khoiPho', word: 'Khối phố', level: 'village' },
	{ kind: 'pho', word: 'Phố', level: 'village' },
	{ kind: 'to', word: 'Tổ', level: 'village' },
	{ kind: 'toDanCu', word: 'Tổ dân cư', level: 'village', short: ['tdc'] },
	{ kind: 'toNhanDan', word: 'Tổ nhân dân', level: 'village', short: ['tnd'] },
	{ kind: 'cum', word: 'Cụm', level: 'village' },
	{ kind: 'cumDanCu', word: 'Cụm dân cư', level: 'village' },
	{ kind: 'doi', word: 'Đội', level: 'village' },
	{ kind: 'chom', word: 'Chòm', level: 'village' },
	{ kind: 'coQuanGiaoDuc', word: 'Cơ quan giáo dục', level: 'organisation' },
	{ kind: 'congAn', word: 'Công an', level: 'organisation' },
	{ kind: 'doanThanhNien', word: 'Đoàn Thanh niên', level: 'organisation' },
	{ kind: 'baoChi', word: 'Báo chí, phát thanh', level: 'organisation' },
	{ kind: 'buuChinh', word: 'Bưu chính', level: 'organisation' },
	{ kind: 'vienThong', word: 'Viễn thông', level: 'organisation' },
	{ kind: 'nganHang', word: 'Ngân hàng', level: 'organisation' },
	{ kind: 'doanhNghiep', word: 'Doanh nghiệp', level: 'organisation' },
	{ kind: 'coQuanKhac', word: 'Cơ quan, tổ chức khác', level: 'organisation' },
];

const byKind = new Map(words.map((each) => [each.kind, each]));
const byWord = new Map(
	words.flatMap((each) =>
		[searchKey(each.word), searchKey(each.kind), ...(each.short ?? [])].map((key) => [key, each]),
	),
);
/** Longer ones first, since one begins another: `Khu dân cư` and `Khu`. */
const longestFirst = words.toSorted((one, other) => other.word.length - one.word.length);
const keysLongestFirst = [
	...longestFirst.map((each) => ({ key: searchKey(each.word), each })),
	...words.flatMap((each) => (each.short ?? []).map((key) => ({ key, each }))),
];

/** `Thị trấn`, `thi tran`, `TT` or `thiTran`; undefined for any other word. */
export function parseKind(text: string): UnitKind | undefined {
	return byWord.get(searchKey(text))?.kind;
}

/** The official word. */
export const wordOf = (kind: UnitKind): string => byKind.get(kind)?.word ?? '';

/** What a kind goes by when it is typed: `thanh pho` and `tp`. */
export function keysOfKind(kind: UnitKind): readonly string[] {
	const { word = '', short = [] } = byKind.get(kind) ?? {};
	return [searchKey(word), ...short];
}

export function levelOf(kind: UnitKind, code: string): UnitLevel {
	return byKind.get(kind)?.level ?? (code.length === 2 ? 'province' : 'district');
}

/** Whether a unit of the level can be of the kind. */
export const isKindOf = (kind: UnitKind, level: UnitLevel): boolean => {
	const own = byKind.get(kind)?.level;
	return own === undefined ? level === 'province' || level === 'district' : own === level;
};

const oneLine = (text: string) => text.normalize('NFC').trim().replace(/\s+/gu, ' ');

/**
 * `Tỉnh Bắc Giang` → tinh and `Bắc Giang`; without a leading kind the whole is the name.
 * @param level only kinds of this level count: `Sóc Trăng` is the name of a province.
 */
export function splitName(
	full: string,
	level?: UnitLevel,
): { kind: UnitKind | undefined; name: string } {
	const text = oneLine(full);
	// What an organisation is called is its name: `Công an huyện Tuy Phước`, `Huyện đoàn Tuy Phước`.
	if (level === 'organisation') return { kind: undefined, name: text };
	for (const { kind, word } of longestFirst) {
		if (level ? !isKindOf(kind, level) : levelOf(kind, '') === 'organisation') continue;
		const start = text.slice(0, word.length + 1);
		const name = text.slice(word.length + 1);
		if (name !== '' && start.endsWith(' ') && start.toLowerCase() === `${word.toLowerCase()} `)
			return { kind, name };
	}
	return { kind: undefined, name: text };
}

/** What a key says in front of the name: `tp thanh hoa` → thanhPho and `thanh hoa`, `to hieu` → to and `hieu`. */
export function splitKey(
	key: string,
	level?: UnitLevel,
): { kind: UnitKind | undefined; name: string } {
	const found = keysLongestFirst.find(
		({ key: word, each }) =>
			key.startsWith(`${word} `) && (level === undefined || isKindOf(each.kind, level)),
	);
	if (!found) return { kind: undefined, name: key };
	return { kind: found.each.kind, name: key.slice(found.key.length + 1) };
}
