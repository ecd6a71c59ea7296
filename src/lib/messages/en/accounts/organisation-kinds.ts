/** What an organisation is; its name alone says it everywhere else. */
export const organisationKinds: typeof import('../../vi/accounts/organisation-kinds').organisationKinds =
	{
		coQuanGiaoDuc: 'Education department',
		congAn: 'Police',
		doanThanhNien: 'Youth Union',
		baoChi: 'Press and radio',
		buuChinh: 'Post',
		vienThong: 'Telecoms',
		nganHang: 'Bank',
		doanhNghiep: 'Other enterprise',
		coQuanKhac: 'Other department or organisation',
	};
