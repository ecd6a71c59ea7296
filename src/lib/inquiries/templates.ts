import type { InquiryTemplate, Question } from '../contracts/inquiries';

type Begun = Omit<Question, 'key'>;

const blank: Begun = {
	...{ kind: 'text', label: '', explanation: '', required: true },
	...{ unit: '', least: null, most: null, summed: false, options: [], several: false },
};
const count = (label: string, unit: string, explanation = ''): Begun => ({
	...blank,
	...{ kind: 'number', label, unit, explanation, least: 0, summed: true },
});
const words = (label: string, explanation = '', required = true): Begun => ({
	...blank,
	...{ label, explanation, required },
});

/** Questions that districts and provinces ask, for the asker to change. */
export const templateQuestions: Record<InquiryTemplate, readonly Begun[]> = {
	empty: [],
	contacts: [
		words('Họ và tên cán bộ đầu mối', 'Chỉ dùng trong nội bộ để liên hệ công việc.'),
		words('Chức vụ'),
		words('Số điện thoại'),
		words('Thư điện tử', '', false),
	],
	teams: [
		count('Số tổ công nghệ số cộng đồng đã thành lập', 'tổ'),
		count('Tổng số thành viên', 'người'),
		{ ...blank, kind: 'date', label: 'Ngày hoàn thành việc thành lập' },
		{
			...blank,
			...{ kind: 'file', label: 'Danh sách tổ theo Phụ lục 1' },
			explanation: 'Tệp Excel, Word hoặc bản chụp có chữ ký.',
		},
		words('Thôn chưa thành lập tổ và lý do', '', false),
	],
	courses: [
		{
			...blank,
			...{ kind: 'choice', label: 'Lớp đăng ký tham dự', several: true },
			options: [
				'Dịch vụ công trực tuyến',
				'Mua bán trên sàn thương mại điện tử',
				'Thanh toán không dùng tiền mặt',
				'An toàn trên không gian mạng',
			],
		},
		count('Số người dự', 'người'),
		{
			...blank,
			...{ kind: 'choice', label: 'Hình thức phù hợp' },
			options: ['Trực tiếp', 'Trực tuyến'],
		},
		words('Đề nghị về thời gian, địa điểm', '', false),
	],
};
