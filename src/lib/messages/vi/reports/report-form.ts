const fields = {
	households: 'Tổng số hộ',
	skill1: 'Hộ biết dùng dịch vụ công trực tuyến',
	skill2: 'Hộ biết mua sắm trực tuyến',
	skill3: 'Hộ biết thanh toán trực tuyến',
	skill4: 'Hộ biết tự bảo vệ mình trên mạng',
	skill5: 'Hộ biết dùng nền tảng số của địa phương',
	allFive: 'Hộ có một người biết đủ cả năm kỹ năng',
	assisted: 'Hộ không ai biết, có thành viên tổ giúp',
	vneid: 'Hộ có tài khoản VNeID',
	serviceAccount: 'Hộ có tài khoản dịch vụ công',
};

/** What forms of reports say, on a phone too. */
export const reportForm = {
	title: 'Báo cáo',
	form: {
		none: 'Đơn vị này chưa nộp báo cáo cho kỳ này.',
		title: (month: string) => `Báo cáo ${month}`,
		households: 'Hộ gia đình và kỹ năng số',
		householdsHint:
			'Một hộ được tính là biết khi có ít nhất một người trong hộ làm được. Chưa có số liệu thì để trống, không ghi 0.',
		fields,
		earlier: (value: string, month: string) => `${month}: ${value}`,
		activities: 'Hoạt động và chỉ tiêu khác',
		activitiesHint: 'Chỉ ghi những gì có; mục để trống được coi là không báo cáo.',
		filledIn: (filled: string, all: string) => `đã ghi ${filled}/${all}`,
		mark: (name: string) => `Cách ghi của “${name}”`,
		marks: {
			'=': 'đúng bằng',
			'>': 'hơn',
			'~': 'khoảng',
			notAvailable: 'chưa có số liệu',
			notApplicable: 'không áp dụng',
		},
		reason: 'Lý do (khi số liệu giảm so với kỳ trước)',
		reasonHint: 'Chỉ cán bộ duyệt đọc được. Đừng ghi tên hay số điện thoại của người dân.',
		submit: 'Nộp báo cáo',
		correct: 'Nộp bản đính chính',
		received: (time: string, date: string, revision: string) =>
			`Đã nhận báo cáo lúc ${time} ngày ${date} (bản ${revision}). Báo cáo đang chờ duyệt.`,
		problems: 'Báo cáo chưa nộp được. Hãy sửa những chỗ sau:',
		notRequired: 'Đơn vị này không phải báo cáo kỳ này.',
	},
	problems: {
		allFiveAtMost: (value: string, limit: string, skill: keyof typeof fields) =>
			`Số hộ biết đủ năm kỹ năng (${value}) không được lớn hơn số “${fields[skill]}” (${limit}).`,
		atMostHouseholds: (value: string, limit: string) =>
			`Số này (${value}) không được lớn hơn tổng số hộ (${limit}).`,
		ableAndAssistedAtMostHouseholds: (value: string, limit: string) =>
			`Hộ biết đủ năm kỹ năng và hộ được giúp cộng lại (${value}) không được lớn hơn tổng số hộ (${limit}).`,
		partsEqualTotal: (value: string, limit: string) =>
			`Các phần cộng lại (${value}) phải bằng tổng (${limit}).`,
		partsAtMostTotal: (value: string, limit: string) =>
			`Các phần cộng lại (${value}) không được lớn hơn tổng (${limit}).`,
		fallNeedsReason: (value: string, limit: string) =>
			`Số này giảm từ ${limit} xuống ${value}: hãy ghi lý do ở cuối biểu.`,
		aboveRegister: (place: string, value: string, limit: string) =>
			`${place} báo cáo ${value} hộ, trong khi danh sách hộ chỉ có ${limit} hộ. Hãy kiểm tra lại số này; nếu đúng, đề nghị quản trị viên cấp trên giải trình chênh lệch tại mục “Đơn vị hành chính” rồi nộp lại.`,
		thisUnit: 'Đơn vị này',
		wholeNumber: 'Hãy ghi một số nguyên, không âm.',
		valueMissing: 'Hãy ghi số, hoặc chọn “chưa có số liệu”.',
		nothingReported: 'Báo cáo chưa có số liệu nào.',
		periodNotBegun: 'Kỳ này chưa bắt đầu.',
		unknownUnit: 'Không có đơn vị này trong kỳ báo cáo.',
		communeEnded:
			'Xã, phường của đơn vị này đã kết thúc trong kỳ, nên không nhận báo cáo của đơn vị nữa.',
		notYourUnit: 'Tài khoản này không được báo cáo thay đơn vị này.',
		locked:
			'Kỳ này đã khóa số liệu. Hãy đề nghị cấp trên mở lại có thời hạn, nêu rõ lý do, rồi nộp tiếp.',
		unsoundText: 'Có ký tự lạ mà văn bản không dùng: hãy xóa đi và gõ lại.',
		differsFromMonths: 'Khác số tính từ các tháng: hãy ghi lý do ở cuối biểu.',
		notForReporter: 'Đơn vị này không báo cáo mục này.',
		periodTooEarly: 'Kỳ này ở trước khi có chương trình nên không nhận báo cáo.',
		notAsked: 'Báo cáo đột xuất này không yêu cầu đơn vị của bạn.',
		newerRevision: (limit: string) =>
			`Trong lúc bạn nhập, báo cáo này đã có bản ${limit}. Hãy mở lại để xem số liệu mới rồi nộp đính chính.`,
		explanation: 'Lời giải thích cần từ 5 đến 1.000 ký tự.',
		reason: 'Lý do cần từ 5 đến 1.000 ký tự.',
		other: 'Chỗ này chưa đúng.',
	},
};
