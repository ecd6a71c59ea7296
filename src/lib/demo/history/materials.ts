import type { MaterialLanguage, MaterialLevel } from '../../contracts/library';
import type { DigitalSkill } from '../../contracts/teams/teams';

export interface ImaginedMaterial {
	title: string;
	description: string;
	skill: DigitalSkill | null;
	level: MaterialLevel;
	language: MaterialLanguage;
	/** Lines of the hand-out. */
	lines: readonly string[];
}

/** Short hand-outs, written for the demo. */
export const imaginedMaterials: readonly ImaginedMaterial[] = [
	{
		title: 'Sổ tay người hướng dẫn: năm kỹ năng trong năm buổi',
		description: 'Trình tự từng buổi, thời lượng, cách chia nhóm và cách kiểm tra cuối buổi.',
		skill: null,
		level: 'trainer',
		language: 'vi',
		lines: [
			'Mỗi buổi 60 phút, không quá mười người học.',
			'Người học tự bấm, người hướng dẫn không cầm máy thay.',
			'Cuối buổi mỗi người làm lại một lần từ đầu.',
		],
	},
	{
		title: 'Nộp hồ sơ trực tuyến từng bước',
		description: 'Tờ hướng dẫn một trang, chữ lớn, cho người làm lần đầu.',
		skill: 1,
		level: 'beginner',
		language: 'vi',
		lines: [
			'Chuẩn bị giấy tờ.',
			'Đăng nhập bằng VNeID.',
			'Chọn thủ tục, điền, nộp, giữ lại mã hồ sơ.',
		],
	},
	{
		title: 'Mở gian hàng và chụp ảnh sản phẩm',
		description: 'Cho hộ đã biết mua sắm trên mạng và muốn bán hàng.',
		skill: 2,
		level: 'advanced',
		language: 'vi',
		lines: ['Ảnh chụp ngoài trời, nền trơn.', 'Ghi rõ khối lượng, nơi làm, hạn dùng.'],
	},
	{
		title: 'Chuyển khoản và quét mã QR an toàn',
		description: 'Các bước trả tiền, kiểm tra tên người nhận trước khi bấm.',
		skill: 3,
		level: 'beginner',
		language: 'vi',
		lines: ['Đọc tên người nhận.', 'Đọc lại số tiền.', 'Chỉ bấm khi cả hai đều đúng.'],
	},
	{
		title: 'Ba câu hỏi trước khi bấm',
		description: 'Áp phích A4 để dán ở nhà văn hóa và cửa hàng.',
		skill: 4,
		level: 'beginner',
		language: 'vi',
		lines: ['Ai gửi?', 'Họ muốn mình làm gì ngay?', 'Mình hỏi lại ai được?'],
	},
	{
		title: 'Three questions before you tap',
		description: 'The same poster in English, for visitors and volunteers.',
		skill: 4,
		level: 'beginner',
		language: 'en',
		lines: ['Who sent it?', 'What do they want me to do at once?', 'Whom can I ask?'],
	},
];
