/** What an organisation is; its name alone says it everywhere else. */
export const organisationKinds = {
	coQuanGiaoDuc: 'Cơ quan giáo dục',
	congAn: 'Công an',
	doanThanhNien: 'Đoàn Thanh niên',
	baoChi: 'Báo chí, phát thanh',
	buuChinh: 'Bưu chính',
	vienThong: 'Viễn thông',
	nganHang: 'Ngân hàng',
	doanhNghiep: 'Doanh nghiệp khác',
	coQuanKhac: 'Cơ quan, tổ chức khác',
};
