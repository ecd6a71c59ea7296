import type { Unit } from '../../contracts/admin-units';
import type { CountingUnit, IndicatorGroup } from '../../contracts/indicators';
import { vi } from '../../messages/vi';

/** Official papers are written in Vietnamese, whatever language their maker reads. */
export const groupHeadings: Record<IndicatorGroup, string> = {
	organisation: 'Tổ chức',
	outreach: 'Công tác thông tin, tuyên truyền',
	training: 'Đào tạo, tập huấn',
	digitalGovernment: 'Về chính quyền số',
	digitalEconomy: 'Về kinh tế số',
	digitalSociety: 'Về xã hội số',
	skillsCoverage: 'Phổ cập kỹ năng số đến hộ gia đình',
	support: 'Hỗ trợ hoạt động của các tổ',
};

/** What follows a number in a sentence; sessions and things are named by their indicator. */
export const countedIn: Record<CountingUnit, string> = {
	people: ' người',
	occurrences: ' lượt',
	households: ' hộ',
	sessions: '',
	items: '',
	dong: ' đồng',
	share: '',
};

/** `xã Cộng Hòa`, in the middle of a sentence. */
export function unitTitle({ kind, name }: Pick<Unit, 'kind' | 'name'>): string {
	const word = vi.common.kinds[kind];
	return word === '' ? name : `${word.charAt(0).toLowerCase()}${word.slice(1)} ${name}`;
}
