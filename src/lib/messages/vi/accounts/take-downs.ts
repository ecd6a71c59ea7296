import { takeDowns as published } from '../coverage/take-downs';
import { inSentence } from '../in-sentence';

/** Taking down what was published. */
export const takeDowns = {
	title: 'Gỡ số liệu đã công bố',
	lead: 'Số cũ đã được thay vẫn xem lại được ở các bản dữ liệu mở, trang theo ngày và khung nhúng cố định. Khi nó không được phép lộ ra nữa, hãy gỡ: mọi nơi công khai báo “đã gỡ” kèm ngày và lý do trong vòng một phút.',
	currentFirst:
		'Số đang hiện thì chưa gỡ được: trước hết hãy trả lại hoặc sửa báo cáo để có số đúng thay vào.',
	unit: 'Mã xã hoặc tỉnh',
	period: 'Tháng',
	periodHint: 'Năm và tháng, ví dụ 2026-10.',
	find: 'Tìm các lần công bố',
	notFound: 'Không có đơn vị nào mang mã này trong tháng đó.',
	nothingShown: 'Chưa công bố số nào của đơn vị này trong tháng đó.',
	shown: (unit: string, month: string) => `Đã công bố của ${inSentence(unit)}, ${month}`,
	columns: {
		number: 'Số thay đổi',
		at: 'Công bố lúc',
		allFive: 'Đủ năm kỹ năng',
		state: 'Tình trạng',
	},
	at: (time: string, date: string) => `${time} ngày ${date}`,
	current: 'Đang hiện',
	replaced: (number: string) => `Đã thay bằng số ${number}`,
	which: 'Gỡ số liệu công bố với số thay đổi',
	reason: 'Lý do (mọi người đọc được)',
	reasons: published.reasons,
	submit: 'Gỡ số liệu này',
	effect: 'Các bản từ số này đến trước số thay nó sẽ không tải về được nữa, ở mọi đơn vị.',
	list: 'Đã gỡ',
	none: 'Chưa gỡ số liệu nào.',
	range: (from: string, before: string) => `các bản từ số ${from} đến trước số ${before}`,
	restore: 'Khôi phục',
	restoreNamed: (unit: string, month: string, number: string) =>
		`Khôi phục số liệu ${month} của ${inSentence(unit)}, số ${number}`,
	takenDown: 'Đã gỡ. Các trang công khai báo điều này trong vòng một phút.',
	restored: 'Đã khôi phục.',
	fixed: 'Chỉ người quản trị toàn bộ địa bàn mới gỡ và khôi phục được.',
	conflict: 'Số liệu này đang hiện, chưa gỡ được. Hãy sửa báo cáo trước.',
};
