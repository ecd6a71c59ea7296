import { expect, it } from 'vitest';
import { Places, type PlaceUnit } from './places';

const unit = (id: number, change: Partial<PlaceUnit>): PlaceUnit => ({
	id,
	code: String(id),
	level: 'village',
	kind: 'thon',
	name: '',
	parentId: 1,
	district: null,
	keeps: true,
	...change,
});
const commune = (id: number, name: string, change: Partial<PlaceUnit> = {}) =>
	unit(id, { level: 'commune', kind: 'xa', name, parentId: null, ...change });
const congHoa = commune(1, 'Cộng Hòa', { district: 'Kim Thành' });
const places = new Places([
	congHoa,
	commune(2, 'Cộng Hòa', { district: 'Nam Sách' }),
	commune(3, 'Hoa Sơn'),
	commune(4, 'Hòa Sơn'),
	commune(5, 'Vôi', { kind: 'thiTran' }),
	commune(6, 'Tân Tiến'),
	commune(7, 'Tân Tiến', { kind: 'phuong' }),
	unit(10, { name: 'Tường Vu' }),
	unit(11, { name: '2' }),
	unit(12, { name: '2', kind: 'toDanPho' }),
	unit(13, { name: 'Cộng Hòa' }),
	unit(14, { name: 'Vu' }),
	unit(15, { name: 'Xóm 3' }),
]);
const ids = (match: ReturnType<Places['commune']>) =>
	'unit' in match ? match.unit.id : match.candidates.map(({ id }) => id);

it.each([
	['Xã Hoà Sơn', '', 4],
	['hoa son', '', [3, 4]],
	['Xã Hoa Sơn', '', 3],
	['VD: xã Hòa Sơn', '', 4],
	['TT. Vôi', '', 5],
	['Thị trấn Vôi', '', 5],
	['VOI', '', 5],
	['Cộng Hoà', '', [1, 2]],
	['Cộng Hoà', 'huyện Kim Thành', 1],
	['Xã Cộng Hòa, H. Nam Sách', 'huyện Kim Thành', 2],
	['Tân Tiến', '', [6, 7]],
	['P. Tân Tiến', '', 7],
	['Không Có', '', []],
])('%s of %j is commune %j', (text, district, expected) => {
	expect(ids(places.commune(text, district))).toEqual(expected);
});

it.each([
	['Thôn Tường Vu', 10],
	['tuong vu', 10],
	['Tổ công nghệ số cộng đồng thôn Tường Vu', 10],
	['Tổ CNSCĐ Thôn Tường Vu - xã Cộng Hoà', 10],
	['Tổ CNSCĐ và Đề án 06 thôn Tường Vu', 10],
	['Tổ Đề án 06 thôn Tường Vu', 10],
	['Thôn 02', 11],
	['Tổ dân phố số 2', 12],
	['Tổ 2', 12],
	['Khu 2', [11, 12]],
	['Thôn Cộng Hòa', 13],
	['Tổ công nghệ số cộng đồng xã Cộng Hòa', 1],
	['Tổ công nghệ số cộng đồng xã', 1],
	['Xóm 3', 15],
	['Thôn Lai Khê', []],
])('the team %s works in %j', (name, expected) => {
	expect(ids(places.teamUnit(name, congHoa))).toEqual(expected);
});
