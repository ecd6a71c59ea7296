/** Frames on other people's sites. */
export const embed = {
	title: 'Nhúng vào trang khác',
	lead: 'Dán đoạn mã này vào trang của bạn. Khung không dùng mã chạy, không đặt cookie và hiện được từ 280 điểm ảnh trở lên.',
	live: 'Luôn là số mới nhất',
	pinned: (month: string, number: string) => `Giữ nguyên số liệu ${month}, số thay đổi ${number}`,
	communeTitle: (unit: string) => `${unit}: kỹ năng số`,
	households: (able: string, base: string) => `${able} trong ${base} hộ đã rà soát`,
	open: 'Mở trang đầy đủ',
	openMap: 'Mở bản đồ đầy đủ',
	fixed: (number: string) => `bản cố định số ${number}`,
	fixedNone: '“Chưa báo cáo”: ở bản này chưa có số được duyệt.',
	save: 'Lưu bản đồ này:',
	drawing: 'hình vẽ SVG',
	picture: 'ảnh PNG',
};
