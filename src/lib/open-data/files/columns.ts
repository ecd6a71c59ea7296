import { measures, type Measure } from '../../contracts/coverage';

/** A count that could point at a family: it is withheld, and never written as 0 or left blank. */
export const suppressed = 'c';
/** Unknown, or not reported. */
export const notAvailable = ':';

/** How files name the measures. */
const names = {
	allFive: 'all_five',
	skill1: 'skill_1',
	skill2: 'skill_2',
	skill3: 'skill_3',
	skill4: 'skill_4',
	skill5: 'skill_5',
	assisted: 'assisted',
	vneid: 'vneid',
	serviceAccount: 'service_account',
} as const satisfies Record<Measure, string>;

type Part = 'able' | 'households' | 'share';
type MeasureColumn = `${(typeof names)[Measure]}_${Part}`;
type UnitColumn =
	| 'period'
	| 'change_number'
	| 'unit_code'
	| 'unit_valid_from'
	| 'unit_kind'
	| 'unit_name'
	| 'parent_code'
	| 'own_report'
	| 'approved_at';
export type ColumnName = UnitColumn | MeasureColumn;

export interface Column {
	name: ColumnName;
	type: 'string' | 'integer' | 'number' | 'date' | 'datetime' | 'yearmonth' | 'boolean';
	vi: string;
	en: string;
}

type Entry = Omit<Column, 'name'>;

/** One entry for every column: without it the program doesn't compile. */
const ofUnit: Record<UnitColumn, Entry> = {
	period: { type: 'yearmonth', vi: 'Tháng của số liệu', en: 'Month of the figures' },
	change_number: {
		type: 'integer',
		vi: 'Số thay đổi: cùng tháng và cùng số này thì luôn là cùng một tệp',
		en: 'Change number: the same month and number are always the same file',
	},
	unit_code: {
		type: 'string',
		vi: 'Mã đơn vị hành chính của Cục Thống kê, giữ số 0 ở đầu',
		en: 'Official code of the unit, with its leading zeros',
	},
	unit_valid_from: {
		type: 'date',
		vi: 'Ngày đơn vị mang mã này có hiệu lực: mã có thể được dùng lại',
		en: 'Day since which this bearer of the code exists: codes are used again',
	},
	unit_kind: { type: 'string', vi: 'Loại đơn vị', en: 'Kind of the unit' },
	unit_name: {
		type: 'string',
		vi: 'Tên đơn vị khi số liệu được công bố',
		en: 'Name of the unit when the figures were published',
	},
	parent_code: { type: 'string', vi: 'Mã đơn vị cấp trên', en: 'Code of the unit above' },
	own_report: {
		type: 'boolean',
		vi: 'Xã tự báo cáo (true) hay cộng từ các thôn (false)',
		en: 'Reported by the commune itself (true) or summed up from its villages (false)',
	},
	approved_at: {
		type: 'datetime',
		vi: 'Thời điểm duyệt gần nhất, giờ UTC',
		en: 'Moment of the newest approval, UTC',
	},
};

const meanings: Record<Measure, Record<'vi' | 'en', string>> = {
	allFive: { vi: 'có cùng một người biết cả năm kỹ năng', en: 'with one member able in all five' },
	skill1: { vi: 'có người biết dịch vụ công trực tuyến', en: 'able in online public services' },
	skill2: { vi: 'có người biết mua sắm trực tuyến', en: 'able in online shopping' },
	skill3: { vi: 'có người biết thanh toán trực tuyến', en: 'able in online payment' },
	skill4: { vi: 'có người biết tự bảo vệ trên mạng', en: 'able to stay safe online' },
	skill5: { vi: 'có người biết nền tảng số của địa phương', en: 'able on the local platform' },
	assisted: { vi: 'được thành viên tổ làm giúp', en: 'helped by a team member' },
	vneid: { vi: 'có người có tài khoản VNeID', en: 'with a VNeID account' },
	serviceAccount: { vi: 'có người có tài khoản dịch vụ công', en: 'with a service account' },
};

const parts: Record<Part, (meaning: Record<'vi' | 'en', string>) => Entry> = {
	able: ({ vi, en }) => ({ type: 'integer', vi: `Số hộ ${vi}`, en: `Households ${en}` }),
	households: ({ vi, en }) => ({
		type: 'integer',
		vi: `Số hộ đã rà soát, để so với số hộ ${vi}`,
		en: `Households surveyed for: ${en}`,
	}),
	share: ({ vi, en }) => ({
		type: 'number',
		vi: `Tỷ lệ hộ ${vi}, từ 0 đến 1, trong số hộ đã rà soát`,
		en: `Share of surveyed households ${en}, 0 to 1`,
	}),
};

export const columnsOf = (measure: Measure): Record<Part, MeasureColumn> => ({
	able: `${names[measure]}_able`,
	households: `${names[measure]}_households`,
	share: `${names[measure]}_share`,
});

const unitColumns = Object.entries(ofUnit) as [UnitColumn, Entry][];

/** The data dictionary, in the order of the columns. */
export const columns: readonly Column[] = [
	...unitColumns.map(([name, entry]) => ({ name, ...entry })),
	...measures.flatMap((measure) => {
		const own = columnsOf(measure);
		return (['able', 'households', 'share'] as const).map((part) => ({
			name: own[part],
			...parts[part](meanings[measure]),
		}));
	}),
];
