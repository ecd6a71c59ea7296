import type { DigitalSkill } from '../../contracts/teams/teams';

export interface ImaginedPractice {
	title: string;
	skill: DigitalSkill | null;
	doing: string;
	result: string;
	/** How many days before the demo's own day it was written. */
	daysAgo: number;
	state: 'published' | 'submitted' | 'returned';
}

export const imaginedPractices: readonly ImaginedPractice[] = [
	{
		title: 'Chợ không tiền mặt mỗi sáng thứ bảy',
		skill: 3,
		doing:
			'Ba thành viên tổ ngồi ngay cổng chợ từ sáng sớm. Mỗi sạp hàng được in một mã QR ép nhựa, tổ cùng người bán thử nhận một khoản nhỏ, rồi hướng dẫn người mua chuyển khoản và xem lại số dư. Ai quên mật khẩu thì hẹn buổi chiều ở nhà văn hóa.',
		result:
			'Sau ba tháng, 38 trên 46 sạp nhận chuyển khoản. Phiên chợ nào cũng có người tự trả bằng điện thoại mà không cần tổ giúp.',
		daysAgo: 40,
		state: 'published',
	},
	{
		title: 'Góc dịch vụ công ở nhà văn hóa, tối thứ tư',
		skill: 1,
		doing:
			'Tổ mở cửa nhà văn hóa từ 19 giờ đến 21 giờ, có sẵn một máy tính, một máy quét và wifi. Ai cần làm hồ sơ gì thì mang giấy tờ đến, tự bấm từng bước, thành viên tổ chỉ ngồi bên cạnh. Mỗi tối ghi lại những bước khó nhất để tối sau in sẵn hướng dẫn.',
		result:
			'Trong hai tháng có 94 lượt người đến, 71 hồ sơ do chính người dân tự nộp. Các bước hay vướng đã được in thành một tờ hướng dẫn dán tường.',
		daysAgo: 75,
		state: 'published',
	},
	{
		title: 'Một phút trước khi bấm: nhận ra tin nhắn lừa đảo',
		skill: 4,
		doing:
			'Đầu mỗi cuộc họp thôn, tổ dành năm phút chiếu một tin nhắn lừa đảo có thật đã che thông tin, hỏi cả phòng xem sai ở đâu. Tờ “ba câu hỏi trước khi bấm” được dán ở cửa hàng tạp hóa và trạm y tế.',
		result:
			'Từ khi làm, thôn ghi nhận 12 lần người dân đến hỏi trước khi chuyển tiền; không hộ nào báo mất tiền qua mạng.',
		daysAgo: 110,
		state: 'published',
	},
	{
		title: 'Con cháu dạy ông bà: mỗi nhà một buổi tối',
		skill: null,
		doing:
			'Đoàn thanh niên phát cho học sinh cấp hai một phiếu năm việc cần dạy ông bà ở nhà. Làm xong việc nào thì ông bà tự đánh dấu; tổ đến xem lại những hộ còn vướng.',
		result:
			'Có 126 hộ hoàn thành cả năm việc trong một tháng hè, nhiều nhất trong các cách đã thử.',
		daysAgo: 150,
		state: 'published',
	},
	{
		title: 'Gian hàng chung cho các hộ làm mật ong',
		skill: 2,
		doing:
			'Tổ cùng hợp tác xã mở một gian hàng chung trên sàn, chụp ảnh sản phẩm theo cùng một kiểu và chia phiên trả lời khách. Mỗi hộ giữ sổ đơn hàng của mình để đối chiếu cuối tháng.',
		result: 'Bán được 214 đơn trong hai tháng đầu, chín hộ đã tự trả lời khách.',
		daysAgo: 6,
		state: 'submitted',
	},
	{
		title: 'Loa thôn nhắc lịch hỗ trợ',
		skill: null,
		doing: 'Phát lịch trực của tổ trên loa thôn vào chiều chủ nhật để ai cần thì biết giờ đến.',
		result: 'Số người đến buổi trực tăng so với trước.',
		daysAgo: 12,
		state: 'returned',
	},
];
