import { expect, it } from 'vitest';
import { seatsOf } from './seats';

it.each([
	['Trưởng thôn', '', ['villageHead']],
	['Phó trưởng thôn', '', []],
	['Tổ trưởng tổ dân phố', '', ['villageHead']],
	['TRƯỞNG BẢN', '', ['villageHead']],
	['Trưởng phố', '', ['villageHead']],
	['Trưởng khu', '', ['villageHead']],
	['Phó trưởng phố', '', []],
	['Trưởng phòng', '', []],
	['Bí thư chi bộ, Trưởng phố', '', ['partyCellSecretary', 'villageHead']],
	['Bí thư Đoàn Thanh niên', '', ['youthSecretary', 'youthUnion']],
	['Uỷ viên', 'Chi đoàn thôn', ['youthUnion']],
	['Chủ tịch UBND xã', '', ['communeChair']],
	['Phó Chủ tịch UBND xã', '', ['communeViceChair']],
	['Chủ tịch Hội Phụ nữ', '', []],
	['Trưởng Công an xã', '', ['policeChief', 'police']],
	['Phó trưởng Công an', '', ['police']],
	['Công an viên', '', ['police']],
	['Công chức Văn hóa – Xã hội', '', ['cultureOfficer']],
	['Công chức Văn hoá – Xã hội', '', ['cultureOfficer']],
	['Bí thư Chi bộ', '', ['partyCellSecretary']],
	['Giáo viên', 'Trường Tiểu học', []],
])('%s of %s holds %j', (position, organisation, seats) => {
	expect([...seatsOf({ position, organisation })].sort()).toEqual([...seats].sort());
});
