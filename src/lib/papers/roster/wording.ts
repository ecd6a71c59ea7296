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
		youth: 'Thanh niên',
		phone: 'Điện thoại',
		skill: (number: string) => `Kỹ năng ${number}`,
		fromOn: 'Từ ngày',
		untilOn: 'Đến hết ngày',
	},
};
