import type { CountingUnit, IndicatorGroup } from '../../contracts/indicators';
import { vi } from '../../messages/vi';

/**
 * The words of forms and exports. They are papers that go from office to office: written in
 * Vietnamese, whatever language their maker reads.
 */
export const groupText: Record<IndicatorGroup, string> = vi.indicators.groups;
export const countingUnitText: Record<CountingUnit, string> = vi.indicators.countingUnits;
export const kindText = vi.common.kinds;

export const formText = {
	sheet: 'Báo cáo',
	/** With what an ad hoc report is about. */
	title: (period: string, about: string | null) =>
		`BIỂU BÁO CÁO HOẠT ĐỘNG TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG – ${[period, ...(about === null ? [] : [about])].join(': ').toUpperCase()}`,
	guide:
		'Chỉ ghi vào các ô màu trắng. Ghi số nguyên; được ghi “hơn 12”, “khoảng 12”, “không có số liệu” hoặc “không áp dụng”. Ô để trống nghĩa là không báo cáo. Đừng ghi tên hay số điện thoại của người dân.',
	columns: {
		unit: 'Mã đơn vị',
		unitName: 'Đơn vị',
		parentName: 'Thuộc',
		period: 'Kỳ báo cáo',
		reason: 'Lý do, giải trình',
	},
	about: 'Thông tin',
	reasonNote: 'Bắt buộc khi một số cộng dồn giảm so với kỳ trước. Chỉ nội bộ đọc được.',
	countingUnit: (name: string) => `Đơn vị tính: ${name}`,
	wholeNumber: { title: 'Chưa đúng', text: 'Hãy ghi một số nguyên, không âm, hoặc để trống.' },
};
