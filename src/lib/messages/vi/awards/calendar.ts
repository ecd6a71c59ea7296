export const awardCalendar = {
	title: 'Lịch của mùa xét tặng',
	lead: 'Tính ngược từ ngày lễ trao, theo ngày làm việc; thứ Bảy, Chủ nhật và ngày nghỉ lễ không tính.',
	steps: {
		freeze: 'Khóa số liệu',
		attestation: 'Hết hạn xác nhận hồ sơ',
		nominations: 'Hết hạn đề cử',
		vote: 'Hội đồng bỏ phiếu',
		submission: 'Trình hồ sơ',
		decision: 'Quyết định khen thưởng',
		ceremony: 'Lễ trao',
	},
	step: 'Bước',
	on: 'Ngày',
	weekdays: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
	day: (weekday: string, date: string) => `${weekday}, ${date}`,
	standing: 'Còn lại',
	ahead: (days: string) => `còn ${days} ngày`,
	isToday: 'hôm nay',
	passed: (days: string) => `đã qua ${days} ngày`,
	warnings: {
		soon: (step: string, date: string, days: string) => `${step}: ${date}, còn ${days} ngày.`,
		today: (step: string) => `${step}: hôm nay.`,
		passed: (step: string, date: string) => `${step}: đã qua, ${date}.`,
	},
	cost: {
		title: 'Lịch này đòi hỏi gì',
		appraisal: (days: string, date: string) =>
			`Thẩm định mất ${days} ngày làm việc, nên hồ sơ phải trình xong ngày ${date}.`,
		freeze: (date: string) => `Vì vậy số liệu phải khóa ngày ${date}.`,
		missed: (missed: string, last: string) =>
			`Báo cáo ${missed} đến quá muộn: báo cáo quý cuối cùng kịp tính là ${last}.`,
		lost: (days: string) => `${days} ngày cuối của thời gian tính số liệu nằm sau ngày khóa.`,
		unknown: (years: string) =>
			`Chưa có bảng ngày nghỉ lễ của năm ${years}: lịch chỉ trừ thứ Bảy, Chủ nhật và có thể lệch.`,
		unconfirmed: (years: string) =>
			`Năm ${years} có ngày hoán đổi làm việc chưa tìm thấy văn bản chính thức: lịch có thể lệch một ngày.`,
		undecided: (years: string) =>
			`Ngày nghỉ lễ năm ${years} chưa có thông báo chính thức: tính theo Bộ luật Lao động, có thể thay đổi.`,
	},
	download: 'Tải lịch (.ics)',
	holidays: (year: string) => `Ngày nghỉ năm ${year}`,
	source: (source: string) => `Nguồn: ${source}`,
};
