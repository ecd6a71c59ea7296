export const due = {
	title: 'Báo cáo phải nộp',
	lead: 'Chọn một báo cáo để nhập số liệu. Không có mạng vẫn nhập được.',
	overdue: 'Quá hạn',
	returned: 'Bị trả lại',
	upcoming: 'Chưa đến hạn',
	enter: (unit: string, period: string) => `${unit}, ${period}`,
	none: 'Bạn không còn báo cáo nào phải nộp.',
	sent: (count: string) => `Đã nộp ${count} báo cáo.`,
	leftOut: (count: string) => `Còn ${count} đơn vị khác không hiện ở đây; hãy tìm ở trang Báo cáo.`,
	all: 'Xem tất cả báo cáo',
};
