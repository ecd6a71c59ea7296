import type { TicketCategory, TicketKind } from '../../contracts/tickets';
import { circuitAccount } from '../accounts';
import type { Province } from '../province/province';
import { randomFor } from '../random';
import { circuitOf } from './history';
import type { Calendar } from './months';
import { dayLength } from '../../contracts/local-time';

export interface ImaginedTicket {
	/** The village, by its code and first day. */
	unit: string;
	validFrom: string;
	/** Account that raised it. */
	by: string;
	kind: TicketKind;
	category: TicketCategory;
	text: string;
	raisedAt: Date;
	/** Null while nobody has. */
	answered: { text: string; at: Date } | null;
	/** Whether the team was content with it. */
	closed: boolean;
}

/** How many there are. */
const count = 32;

interface Wording {
	kind: TicketKind;
	category: TicketCategory;
	text: string;
	answer: string;
}

const wordings: readonly Wording[] = [
	{
		kind: 'difficulty',
		category: 'wifi',
		text: 'Nhà văn hóa thôn chưa có wifi, mỗi buổi hướng dẫn phải phát mạng từ điện thoại của thành viên.',
		answer: 'Đã đưa nhà văn hóa thôn vào danh sách lắp wifi của quý tới.',
	},
	{
		kind: 'proposal',
		category: 'funding',
		text: 'Đề nghị có mức hỗ trợ tiền xăng xe, điện thoại hằng tháng cho thành viên tổ đi từng hộ.',
		answer: 'Mức hỗ trợ đang được tổng hợp để trình trong dự toán năm sau.',
	},
	{
		kind: 'difficulty',
		category: 'devices',
		text: 'Nhiều hộ cao tuổi chỉ có điện thoại bàn phím, chưa cài được VNeID nên tổ phải làm giúp.',
		answer: 'Ghi những hộ này vào nhóm hộ được hỗ trợ; đoàn xã cử thanh niên đi cùng tổ.',
	},
	{
		kind: 'proposal',
		category: 'training',
		text: 'Đề nghị mở thêm lớp cho thành viên mới: ba thành viên của tổ vừa được thay, chưa qua tập huấn.',
		answer: 'Lớp tập huấn tiếp theo mở trong tháng sau, tổ gửi danh sách trước ngày 20.',
	},
	{
		kind: 'difficulty',
		category: 'scams',
		text: 'Có đối tượng gọi điện tự xưng tổ công nghệ số, đòi mã OTP của bà con. Đề nghị cảnh báo rộng rãi.',
		answer: 'Công an xã đã phát cảnh báo trên loa; bà con quét mã trên thẻ thành viên để kiểm tra.',
	},
	{
		kind: 'difficulty',
		category: 'training',
		text: 'Bà con hỏi nhiều về thanh toán tiền điện trực tuyến nhưng tổ chưa có tài liệu hướng dẫn.',
		answer: 'Tài liệu hướng dẫn đã được đưa vào thư viện dùng chung.',
	},
	{
		kind: 'proposal',
		category: 'devices',
		text: 'Đề nghị trang bị một máy tính bảng dùng chung để hướng dẫn bà con nộp hồ sơ trực tuyến.',
		answer: 'Trước mắt mượn máy của bộ phận một cửa vào các buổi chiều thứ sáu.',
	},
	{
		kind: 'difficulty',
		category: 'other',
		text: 'Sóng di động ở xóm trên rất yếu, không làm được dịch vụ công tại nhà.',
		answer: 'Đã chuyển doanh nghiệp viễn thông khảo sát vùng lõm sóng.',
	},
];

/** What teams of today's villages raised in the last two months; the newest mostly wait. */
export function imagineTickets(
	{ communes }: Province,
	{ now }: Pick<Calendar, 'now'>,
): ImaginedTicket[] {
	const random = randomFor('tickets');
	const villages = communes.flatMap(({ validFrom, validTo, villages: all }, position) =>
		validTo !== null
			? []
			: all
					.filter(({ team }) => team !== null && team.closedOn === null)
					.map(({ code }) => ({ unit: code, validFrom, by: circuitAccount(circuitOf(position)) })),
	);
	return Array.from({ length: count }, (): ImaginedTicket => {
		const { answer, ...wording } = random.pick(wordings);
		const age = random.between(0.2, 60);
		const raisedAt = new Date(now.getTime() - age * dayLength);
		const isAnswered = random.chance(age > 12 ? 0.75 : 0.3);
		const at = new Date(raisedAt.getTime() + random.between(0.1, Math.min(age, 11)) * dayLength);
		return {
			...random.pick(villages),
			...wording,
			raisedAt,
			answered: isAnswered ? { text: answer, at } : null,
			closed: isAnswered && random.chance(0.4),
		};
	}).sort((one, other) => one.raisedAt.getTime() - other.raisedAt.getTime());
}
