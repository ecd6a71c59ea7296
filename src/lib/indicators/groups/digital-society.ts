import { indicatorsOf } from '../indicator';

const { flow, reached } = indicatorsOf('digitalSociety');

export const digitalSociety = [
	reached('people', {
		code: 'healthRecords',
		vi: ['Sổ sức khoẻ điện tử', 'Số người đã đăng ký sổ sức khoẻ điện tử.'],
		en: ['Electronic health records', 'People who registered an electronic health record.'],
		source: '000 §I.3; 002 §2.2',
	}),
	flow('occurrences', {
		code: 'schoolFeesCashless',
		vi: ['Lượt đóng học phí không tiền mặt', 'Số lượt đóng học phí qua kênh thanh toán điện tử.'],
		en: ['School fees paid cashless', 'School fee payments made electronically.'],
		source: '002 §2.2',
	}),
	flow('occurrences', {
		code: 'billsCashless',
		vi: [
			'Lượt trả hoá đơn không tiền mặt',
			'Số lượt trả tiền điện, nước, viễn thông, viện phí qua kênh thanh toán điện tử.',
		],
		en: [
			'Bills paid cashless',
			'Payments of electricity, water, telecom or hospital bills made electronically.',
		],
		source: '002 §2.2; 003 §II.2.2',
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
