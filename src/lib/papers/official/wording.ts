import type { Unit } from '../../contracts/admin-units';
import type { CountingUnit, IndicatorGroup } from '../../contracts/indicators';
import { vi } from '../../messages/vi';
import { gapOf, statedText, type Stated } from './figures';
import { inRows } from './sources';
import { parseSpan } from './span';

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

/** `Xã Cộng Hòa`; an organisation's name says what it is. */
export const fullName = (kind: string, name: string): string => `${kind} ${name}`.trim();

/** What a district or province did itself, beside those below it. */
export const ownPart = (fullName: string): string => `${fullName} (tự thực hiện)`;

/** What the places of a unit count, where an organisation counts for them. */
export const placesOf = (fullName: string): string => `Các địa bàn của ${fullName}`;

/** `một, hai và ba`. */
export const joined = (parts: readonly string[]): string =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`;

/** `cao hơn 110`, `thấp hơn khoảng 40`, `bằng nhau`. */
export function gapText(stated: Stated, counted: Stated | null): string {
	if (!counted) return '';
	const { kind, by } = gapOf(stated, counted);
	return kind === 'same'
		? 'bằng nhau'
		: `${kind === 'higher' ? 'cao' : 'thấp'} hơn ${statedText(by, false)}`;
}

/** A phrase within a sentence: names that are written in capitals keep them. */
export const uncapitalised = (text: string): string =>
	/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A day as official papers write it: `06/4/2022`, a zero before single days and the first two months. */
export function officialDay(day: string): string {
	const [year = '', month = '', date = ''] = day.split('-');
	return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

export const wholeNumber = (count: number): string => new Intl.NumberFormat('vi-VN').format(count);

/** `tháng 7 đến tháng 11 năm 2026 và quý III năm 2026`, for a paper. */
export const periodNames = (codes: readonly string[]): string =>
	joined(
		inRows(codes).map(({ from, to }) => {
			const name = (code: string) => parseSpan(code)?.name ?? code;
			if (from === to) return name(from);
			const first =
				from.slice(0, 4) === to.slice(0, 4) ? name(from).replace(/ năm .*$/, '') : name(from);
			return `${first} đến ${name(to)}`;
		}),
	);
