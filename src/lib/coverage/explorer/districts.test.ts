import { expect, it } from 'vitest';
import type { Unit } from '../../contracts/admin-units';
import { createFormat } from '../../messages/format';
import { vi } from '../../messages/vi';
import { allDistricts, districtText, placeAmong, shownDistricts } from './districts';

const language = { t: vi, format: createFormat('vi', vi) };
const district = (id: number, code: string, name: string): Unit => ({
	...{ id, code, name, level: 'district', kind: 'huyen', parentId: 1 },
	...{ validFrom: '2023-04-10', validTo: '2025-07-01' },
});
const known = {
	districts: [district(11, '213', 'Lục Ngạn'), district(12, '220', 'Sơn Động')],
	districtOf: [
		[101, 11],
		[102, 12],
	] as [number, number][],
	several: [[103, [11, 12]]] as [number, number[]][],
};

it('shows districts where the address asks for them and some are known', () => {
	expect(shownDistricts(known, null)).toBeNull();
	expect(shownDistricts({ districts: [], districtOf: [], several: [] }, allDistricts)).toBeNull();
	expect(shownDistricts(known, allDistricts)?.chosen).toBeNull();
	expect(shownDistricts(known, '220')?.chosen?.name).toBe('Sơn Động');
});

it('keeps a commune that has some land of the one that is picked out, and says from where the rest is', () => {
	const shown = shownDistricts(known, '220');
	if (!shown) throw new Error('They are shown.');
	expect([101, 102, 103, 104].filter(shown.holds)).toEqual([102, 103]);
	expect(districtText(shown, 102, language)).toBe('Huyện Sơn Động');
	expect(districtText(shown, 103, language)).toBe('nhiều huyện: Huyện Lục Ngạn, Huyện Sơn Động');
	expect(districtText(shown, 104, language)).toBe('–');
	expect([101, 102, 103, 104].map((id) => placeAmong(shown, id))).toEqual([0, 1, 2, null]);
});
