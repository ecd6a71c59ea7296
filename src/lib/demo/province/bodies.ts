import type { OrganisationKind } from '../../contracts/admin-units';
import { provinceCode } from './identity';

/** An organisation of the province that reports what is its own. */
export interface Body {
	code: string;
	kind: OrganisationKind;
	name: string;
}

const body = (letters: string, kind: OrganisationKind, name: string): Body => ({
	...{ code: `${letters}-${provinceCode}`, kind, name },
});

export const postOffice = body('BD', 'buuChinh', 'Bưu điện tỉnh');

export const bodies: readonly Body[] = [
	body('GD', 'coQuanGiaoDuc', 'Sở Giáo dục và Đào tạo'),
	body('CA', 'congAn', 'Công an tỉnh'),
	body('TD', 'doanThanhNien', 'Tỉnh đoàn'),
	body('BC', 'baoChi', 'Báo và Đài Phát thanh – Truyền hình tỉnh'),
	postOffice,
	body('VT', 'vienThong', 'Viễn thông tỉnh'),
	body('NH', 'nganHang', 'Ngân hàng Hợp tác tỉnh'),
	body('CT', 'coQuanKhac', 'Sở Công Thương'),
];
