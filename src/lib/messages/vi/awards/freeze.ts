export const awardFreeze = {
	title: 'Khóa số liệu',
	lead: 'Số liệu đã duyệt, tiêu chí và phiên bản chương trình được giữ nguyên dưới một mã băm; ai cũng tính lại được.',
	planned: (date: string) => `Theo lịch: ngày ${date}.`,
	withoutCriteria: (categories: string) =>
		`Chưa khóa được: chưa có tiêu chí có hiệu lực cho ${categories}.`,
	withoutPeers: (categories: string) =>
		`Nhóm tương đồng của ${categories} không được cố định trước khi số liệu bắt đầu tính: sau khi khóa, nhóm vẫn tính theo số liệu lúc xem.`,
	note: 'Khóa một lần, không mở lại. Chỉ số liệu đã duyệt đến lúc này được tính; đính chính sau đó ghi riêng bên cạnh. Việc tính 10.000 lượt có thể mất nửa phút.',
	early:
		'Chưa đến ngày khóa theo lịch. Khóa sớm phải có lý do; lý do được ghi vào nhật ký và công khai.',
	earlyReason: 'Lý do khóa trước ngày theo lịch',
	wasEarly: (reason: string) => `Khóa trước ngày theo lịch. Lý do: ${reason}`,
	problems: {
		early: 'Hãy ghi lý do khóa sớm, ít nhất 10 ký tự.',
		tooLong: 'Lý do quá dài.',
		other: 'Chưa đúng.',
	},
	freeze: 'Khóa số liệu',
	notYet: 'Chưa khóa. Thành viên ban thi đua là người khóa.',
	done: (by: string, time: string, date: string) => `${by} đã khóa lúc ${time} ngày ${date}.`,
	hash: 'Mã băm của số liệu và tiêu chí (SHA-256)',
	resultHash: 'Mã băm của điểm và nhóm (SHA-256)',
	size: 'Dung lượng tệp',
	kilobytes: (count: string) => `${count} KB`,
	check: 'Tự kiểm tra bằng trình duyệt',
	late: {
		title: 'Duyệt sau khi khóa',
		note: 'Báo cáo duyệt sau khi khóa số liệu được ghi lại ở đây, không tính vào kết quả.',
		none: 'Chưa có báo cáo nào được duyệt sau khi khóa.',
		shown: (shown: string, total: string) => `Hiện ${shown} trong ${total} báo cáo.`,
		unit: 'Đơn vị',
		period: 'Kỳ báo cáo',
		approved: 'Ngày duyệt',
		reason: 'Lý do',
		what: 'Loại',
		correction: 'Đính chính',
		first: 'Duyệt lần đầu',
		noReason: 'Không ghi lý do',
		counts: (corrections: string, firsts: string) =>
			`${corrections} bản đính chính, ${firsts} báo cáo được duyệt lần đầu.`,
	},
};
