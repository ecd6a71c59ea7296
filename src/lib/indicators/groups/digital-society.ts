import { indicatorsOf } from '../indicator';

const { flow, reached } = indicatorsOf('digitalSociety');

export const digitalSociety = [
	reached('people', {
		code: 'healthRecords',
		vi: ['Sổ sức khỏe điện tử', 'Số người đã đăng ký sổ sức khỏe điện tử.'],
		en: ['Electronic health records', 'People who registered an electronic health record.'],
		source: '000 §I.3; 002 §2.2',
	}),
	reached('people', {
		code: 'electronicLiaisonUsers',
		vi: [
			'Người dùng sổ liên lạc điện tử',
			'Số phụ huynh, giáo viên đã cài đặt và dùng sổ liên lạc điện tử.',
		],
		en: [
			'Users of school liaison books',
			'Parents and teachers who use an electronic liaison book.',
		],
		source: '000 §I.3',
	}),
	reached('people', {
		code: 'onlineLessonUsers',
		vi: [
			'Người dùng phần mềm học trực tuyến',
			'Số người đã được hướng dẫn dùng phần mềm dạy và học trực tuyến.',
		],
		en: [
			'Users of online lessons',
			'People who were shown how to use software for online lessons.',
		],
		source: '000 §I.3',
	}),
	reached('people', {
		code: 'vaccinationAppUsers',
		vi: [
			'Người dùng phần mềm tiêm chủng',
			'Số người đã được hướng dẫn dùng phần mềm tiêm chủng mở rộng.',
		],
		en: [
			'Users of the vaccination app',
			'People who were shown how to use the vaccination programme’s app.',
		],
		source: '000 §I.3',
	}),
	reached('people', {
		code: 'epidemicAppUsers',
		vi: [
			'Người dùng ứng dụng phòng chống dịch',
			'Số người đã cài đặt ứng dụng phòng chống dịch như PC-Covid.',
		],
		en: [
			'Users of the epidemic app',
			'People who installed an app against epidemics such as PC-Covid.',
		],
		source: '000 §I.3; 001 §II.5a; 002 §2.2',
	}),
	flow('occurrences', {
		code: 'remoteConsultations',
		vi: [
			'Lượt khám, tư vấn bệnh từ xa',
			'Số lượt người dân được hỗ trợ khám, tư vấn hoặc đăng ký khám bệnh trên mạng.',
		],
		en: [
			'Remote consultations',
			'Times that citizens were helped to see, ask or book a doctor online.',
		],
		source: '002 §2.2',
		counting: 'places',
	}),
	flow('occurrences', {
		code: 'schoolFeesCashless',
		// Schools and utilities know how often they were paid, not the neighbours: 002 §2.2.
		askedFrom: 'commune',
		vi: ['Lượt đóng học phí không tiền mặt', 'Số lượt đóng học phí qua kênh thanh toán điện tử.'],
		en: ['School fees paid cashless', 'School fee payments made electronically.'],
		source: '002 §2.2',
		counting: 'places',
	}),
	flow('occurrences', {
		code: 'billsCashless',
		askedFrom: 'commune',
		vi: [
			'Lượt trả hóa đơn không tiền mặt',
			'Số lượt trả tiền điện, nước, viễn thông, viện phí qua kênh thanh toán điện tử.',
		],
		en: [
			'Bills paid cashless',
			'Payments of electricity, water, telecom or hospital bills made electronically.',
		],
		source: '002 §2.2; 003 §II.2.2',
		counting: 'places',
	}),
	reached('people', {
		code: 'emailAccounts',
		vi: ['Hộp thư điện tử', 'Số người đã lập hộp thư điện tử.'],
		en: ['E-mail accounts', 'People who opened an e-mail account.'],
		source: '002 §2.2',
	}),
	reached('people', {
		code: 'socialInsuranceOnlineUsers',
		vi: ['Bảo hiểm xã hội trực tuyến', 'Số người đã biết làm thủ tục bảo hiểm xã hội trên mạng.'],
		en: ['Social insurance online', 'People who can handle their social insurance online.'],
		source: '002 §2.2; 003 §II.2.2',
	}),
];
