/** The list of members goes from office to office: in Vietnamese, whatever language its maker reads. */
export const rosterWords = {
	sheet: 'Thành viên',
	yes: 'x',
	no: 'không',
	columns: {
		code: 'Mã đơn vị',
		unit: 'Đơn vị',
		team: 'Tên tổ',
		fullName: 'Họ và tên',
		role: 'Vai trò',
		position: 'Chức vụ',
		organisation: 'Đơn vị công tác',
		origin: 'Lực lượng',
		smartphone: 'Điện thoại thông minh',
		youth: 'Thanh niên',
		phone: 'Điện thoại',
		skill: (number: string) => `Kỹ năng ${number}`,
		fromOn: 'Từ ngày',
		untilOn: 'Đến hết ngày',
	},
	/** A sheet of its own: what a list stated of each team beside how many are named. */
	sizes: {
		sheet: 'Số thành viên từng tổ',
		stated: 'Số thành viên theo báo cáo',
		named: 'Số người có tên trong danh sách',
		counted: 'Số tính vào tổng',
		total: 'Tổng cộng',
	},
};
