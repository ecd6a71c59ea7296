/** What a commune's page says beside its figures. */
export const around = {
	events: {
		title: 'Những mốc trên đường biểu diễn',
		formed: 'Lập đơn vị này sau sắp xếp; trước đó là số liệu của các đơn vị cũ.',
		corrected: (month: string, cause: string) => `Đính chính số liệu ${month}: ${cause}.`,
		target: (share: string, year: string) => `Giao chỉ tiêu năm ${year}: ${share} số hộ.`,
	},
	activities: {
		title: (month: string) => `Hoạt động ${month}`,
		none: 'Chưa có số liệu hoạt động đã duyệt của tháng này.',
	},
	difficulties: {
		title: 'Khó khăn đã nêu',
		none: 'Chưa nêu khó khăn, kiến nghị nào.',
		counts: (asked: string, answered: string) =>
			`Đã nêu ${asked} khó khăn, kiến nghị; ${answered} đã được trả lời.`,
		ledger: 'Xem kiến nghị của mọi xã, phường',
	},
	practices: 'Cách làm hay',
	neighbours: 'Xã, phường giáp ranh',
	alike: 'Có số hộ gần bằng',
	compare: (name: string) => `so sánh với ${name}`,
	asOf: {
		title: 'Trang này như vào một ngày trước đây',
		label: 'Ngày',
		submit: 'Xem',
		heading: (name: string, day: string) => `${name}, như đã công bố đến hết ngày ${day}`,
		lead: 'Những số mà mọi người xem được vào hết ngày này. Số nào đã đính chính sau đó thì ở đây vẫn là số cũ.',
		nothing: 'Đến hết ngày này chưa công bố số nào của đơn vị này.',
		figures: (month: string) => `Số liệu ${month}`,
		trend: 'Đủ năm kỹ năng, từng tháng',
		measure: 'Chỉ số',
		share: 'Tỷ lệ',
		households: 'Số hộ',
		month: 'Tháng',
		now: 'Trang hiện nay',
	},
	feed: {
		title: (name: string) => `${name}: số liệu mới công bố`,
		published: (month: string) => `Số liệu ${month}`,
		corrected: (month: string) => `Số liệu ${month}, đã đính chính`,
		link: 'Theo dõi bằng Atom',
	},
	code: 'Mã QR dẫn tới trang này',
};
