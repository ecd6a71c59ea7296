import { indicatorsOf } from '../indicator';

const { flow, reached, standing, ratio } = indicatorsOf('training');

export const training = [
	flow('sessions', {
		code: 'memberClasses',
		vi: ['Lớp tập huấn cho thành viên', 'Số lớp bồi dưỡng dành cho thành viên các tổ.'],
		en: ['Classes for members', 'Classes held for the members of teams.'],
		source: '002 §3; 003 §II.1; 004 §1.3',
	}),
	flow('occurrences', {
		code: 'memberClassAttendance',
		vi: ['Lượt thành viên dự tập huấn', 'Mỗi thành viên dự một lớp tính là một lượt.'],
		en: ['Attendance of members', 'One member in one class counts as one attendance.'],
		source: '003 §II.1',
	}),
	flow('sessions', {
		code: 'citizenSessions',
		vi: ['Buổi tập huấn cho người dân', 'Tổng số buổi hướng dẫn người dân, mọi chuyên đề.'],
		en: ['Sessions for citizens', 'All training sessions for citizens, whatever the topic.'],
		source: '003 §II.2.1',
	}),
	flow('sessions', {
		code: 'citizenSessionsEcommerce',
		vi: [
			'– về thương mại điện tử',
			'Số buổi cho người dân về mua bán, quảng bá sản phẩm trên mạng.',
		],
		en: ['– on e-commerce', 'Sessions for citizens on buying, selling and advertising online.'],
		source: '003 §II.2.1',
	}),
	flow('sessions', {
		code: 'citizenSessionsEpayment',
		vi: ['– về thanh toán điện tử', 'Số buổi cho người dân về ví điện tử và ứng dụng ngân hàng.'],
		en: ['– on e-payment', 'Sessions for citizens on e-wallets and banking apps.'],
		source: '003 §II.2.1',
	}),
	flow('sessions', {
		code: 'citizenSessionsOtherTopics',
		vi: ['– về chuyên đề khác', 'Số buổi cho người dân về các chuyên đề còn lại.'],
		en: ['– on other topics', 'Sessions for citizens on any other topic.'],
		source: '003 §II.2.1',
	}),
	reached('people', {
		code: 'teachersTrained',
		vi: ['Giáo viên đã tập huấn', 'Số giáo viên đã được tập huấn đủ năm nội dung kỹ năng số.'],
		en: ['Teachers trained', 'Teachers who were trained in all five digital skills.'],
		source: '004 §2.3a',
	}),
	standing(
		'people',
		{
			code: 'teachers',
			vi: ['Tổng số giáo viên', 'Số giáo viên đang công tác tại các trường trên địa bàn.'],
			en: ['All teachers', 'Teachers who work at schools in the area.'],
			source: '004 §2.3a',
		},
		'neutral',
	),
	ratio('teachersTrained', 'teachers', {
		code: 'teachersTrainedShare',
		vi: ['Tỷ lệ giáo viên đã tập huấn', 'Giáo viên đã tập huấn chia cho tổng số; mục tiêu 100 %.'],
		en: ['Share of teachers trained', 'Teachers trained over all teachers; the goal is 100%.'],
		source: '004 §2.3a',
	}),
];
