/** The numbers of a flag, by name, as they are written. */
interface Evidence {
	number: (name: string) => string;
	share: (name: string) => string;
}

export const awardFlags = {
	title: 'Dấu hiệu cần làm rõ',
	lead: 'Những điểm ít gặp ở báo cáo trung thực, kèm báo cáo đã thấy. Dấu hiệu không trừ điểm nào: đơn vị trả lời bằng văn bản, con người xem xét.',
	none: 'Chưa thấy dấu hiệu nào ở những đơn vị bạn được xem.',
	unit: 'Đơn vị',
	kinds: 'Dấu hiệu',
	state: 'Tình trạng',
	open: 'Chờ trả lời',
	answered: 'Đã trả lời',
	openCount: (open: string, all: string) => `${open} trong ${all} chờ trả lời`,
	found: (units: string, open: string) => `${units} đơn vị có dấu hiệu, ${open} còn chờ trả lời.`,
	filter: 'Xem',
	filters: { all: 'Tất cả', open: 'Còn chờ trả lời' },
	count: (all: string, open: string) =>
		open === '0' ? `${all} dấu hiệu, đã trả lời` : `${all} dấu hiệu, ${open} chờ trả lời`,
	back: 'Về các dấu hiệu của mùa',
	toUnit: 'Xem báo cáo và trả lời',
	pages: {
		label: 'Các trang',
		previous: 'Trước',
		next: 'Sau',
		of: (page: string) => `Trang ${page}`,
	},
	codes: {
		jumpBeforeFreeze: 'Tăng vọt ngay trước khi khóa số liệu',
		reversalAfterFreeze: 'Giảm mạnh ngay sau khi khóa số liệu',
		roundNumbers: 'Quá nhiều số tròn',
		lastDigits: 'Chữ số cuối lặp lại bất thường',
		copies: 'Số liệu giống hệt nhau',
		fallingCounts: 'Số lũy kế giảm',
		aboveRegister: 'Vượt quá số hộ',
		outcomeWithoutActivity: 'Có kết quả mà không có hoạt động',
		activityWithoutOutcome: 'Có hoạt động mà không có kết quả',
		oneAccount: 'Một tài khoản nhập cho nhiều đơn vị',
		lateCorrections: 'Đính chính dồn vào những ngày cuối',
	},
	cases: {
		jumpBeforeFreeze: ({ share }: Evidence) =>
			`Trong tháng cuối, tỷ lệ hộ đủ 5 kỹ năng tăng từ ${share('from')} lên ${share('to')}.`,
		reversalAfterFreeze: ({ share }: Evidence) =>
			`Sau khi khóa, tỷ lệ hộ đủ 5 kỹ năng giảm từ ${share('from')} xuống ${share('to')}.`,
		roundNumbers: ({ number }: Evidence) =>
			`${number('round')} trong ${number('counts')} con số tận cùng bằng 0 hoặc 5; ngẫu nhiên thì khoảng một phần năm.`,
		lastDigits: ({ number }: Evidence) =>
			`Chữ số cuối không đều: chữ số ${number('digit')} xuất hiện ${number('times')} lần trong ${number('counts')} con số; ngẫu nhiên thì khoảng một phần mười.`,
		copies: ({ number }: Evidence) =>
			number('units') === '0'
				? `${number('months')} tháng có ${number('figures')} con số giống hệt nhau.`
				: `${number('figures')} con số giống hệt báo cáo của ${number('units')} đơn vị khác.`,
		fallingCounts: ({ number }: Evidence) =>
			`${number('counts')} số lũy kế giảm; giảm nhiều nhất là từ ${number('from')} xuống ${number('to')}.`,
		aboveRegister: ({ number }: Evidence) =>
			`Báo cáo ${number('households')} hộ, trong khi tối đa là ${number('most')}.`,
		outcomeWithoutActivity: ({ share }: Evidence) =>
			`Tỷ lệ hộ đủ 5 kỹ năng tăng từ ${share('from')} lên ${share('to')} mà nhật ký không có buổi nào.`,
		activityWithoutOutcome: ({ number, share }: Evidence) =>
			`${number('activities')} buổi trong nhật ký mà tỷ lệ hộ đủ 5 kỹ năng vẫn từ ${share('from')} đến ${share('to')}.`,
		oneAccount: ({ number }: Evidence) =>
			`Một tài khoản điền biểu của ${number('units')} đơn vị như thể của chính mình.`,
		lateCorrections: ({ number }: Evidence) =>
			`${number('late')} trong ${number('all')} lần đính chính nằm trong bảy ngày cuối trước khi khóa.`,
	},
	seenIn: 'Thấy ở',
	elsewhere: (count: string) => `và ${count} báo cáo của đơn vị khác`,
	reports: {
		title: 'Những báo cáo đã thấy',
		month: 'Kỳ báo cáo',
		households: 'Số hộ',
		able: 'Đủ 5 kỹ năng',
		activities: 'Buổi hoạt động',
		corrections: 'Lần đính chính',
		history: (unit: string, month: string) => `Lịch sử báo cáo: ${unit}, ${month}`,
	},
	answers: 'Trả lời của đơn vị',
	by: (by: string, date: string) => `${by}, ${date}`,
	answer: {
		summary: 'Trả lời',
		more: 'Trả lời thêm',
		text: 'Giải trình của đơn vị',
		hint: 'Nêu lý do và nguồn. Câu trả lời được giữ nguyên bên cạnh dấu hiệu, hội đồng thi đua đọc được.',
		send: 'Gửi trả lời',
		sent: 'Đã ghi trả lời bên cạnh dấu hiệu.',
	},
	problems: {
		text: 'Hãy viết ít nhất một câu.',
		tooLong: 'Quá dài: tối đa 2.000 ký tự.',
		other: 'Chưa đúng.',
	},
};
