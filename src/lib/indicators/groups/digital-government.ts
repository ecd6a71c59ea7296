import { indicatorsOf } from '../indicator';

const { flow, reached, standing, ratio } = indicatorsOf('digitalGovernment');

export const digitalGovernment = [
	reached('items', {
		code: 'publicServiceAccounts',
		vi: [
			'Tài khoản dịch vụ công',
			'Số tài khoản dịch vụ công trực tuyến đã lập với sự hỗ trợ của tổ.',
		],
		en: [
			'Public-service accounts',
			'Accounts for online public services opened with a team’s help.',
		],
		source: '000 §I.3; 004 §2.9b',
	}),
	flow('occurrences', {
		code: 'onlineFilingsHelped',
		vi: ['Lượt nộp hồ sơ được hỗ trợ', 'Số lượt nộp hồ sơ trực tuyến thành công nhờ tổ hỗ trợ.'],
		en: ['Online filings helped', 'Successful online filings made with a team’s help.'],
		source: '003 §II.2.3',
	}),
	flow('occurrences', {
		code: 'onlineFilingsPartial',
		vi: ['– một phần', 'Số lượt nộp hồ sơ trực tuyến một phần (trước đây là mức độ 3).'],
		en: ['– partly online', 'Filings of services that are partly online (formerly level 3).'],
		source: '002 §2.2',
	}),
	flow('occurrences', {
		code: 'onlineFilingsFull',
		vi: ['– toàn trình', 'Số lượt nộp hồ sơ trực tuyến toàn trình (trước đây là mức độ 4).'],
		en: ['– fully online', 'Filings of services that are fully online (formerly level 4).'],
		source: '002 §2.2',
	}),
	reached('people', {
		code: 'vneidLevel1Accounts',
		vi: ['VNeID mức 1', 'Số người đã có tài khoản định danh điện tử mức 1.'],
		en: ['VNeID level 1', 'People with an electronic identity account of level 1.'],
		source: '000 §I.3',
	}),
	reached('people', {
		code: 'vneidLevel2Accounts',
		vi: ['VNeID mức 2', 'Số người đã có tài khoản định danh điện tử mức 2.'],
		en: ['VNeID level 2', 'People with an electronic identity account of level 2.'],
		source: '000 §I.3; 003 §II.1; 004 §2.2',
	}),
	reached('people', {
		code: 'vneidLevelUnstatedAccounts',
		vi: [
			'VNeID, không nêu mức',
			'Số người đã cài đặt VNeID khi báo cáo không nêu mức; không cộng vào mức 1 hay mức 2.',
		],
		en: [
			'VNeID, level not stated',
			'People with VNeID where the report names no level; added to neither level 1 nor level 2.',
		],
		source: '003 §II.2.2',
	}),
	standing(
		'people',
		{
			code: 'eligibleCitizens',
			vi: [
				'Công dân đủ điều kiện',
				'Số công dân đủ điều kiện được cấp tài khoản định danh điện tử.',
			],
			en: ['Eligible citizens', 'Citizens who are entitled to an electronic identity account.'],
			source: '004 §2.2',
			organisations: ['congAn'],
			organisationsOnly: true,
		},
		'neutral',
	),
	reached('people', {
		code: 'identityAccountsActivated',
		vi: [
			'Công dân đã kích hoạt định danh',
			'Số công dân đã được cấp và kích hoạt tài khoản định danh điện tử, theo cơ quan công an.',
		],
		en: [
			'Identity accounts activated',
			'Citizens with an activated electronic identity account, by the police.',
		],
		source: '004 §2.2',
		organisations: ['congAn'],
		organisationsOnly: true,
	}),
	ratio('identityAccountsActivated', 'eligibleCitizens', {
		code: 'identityAccountsActivatedShare',
		vi: [
			'Tỷ lệ công dân đã kích hoạt định danh',
			'Công dân đã kích hoạt chia cho công dân đủ điều kiện; mục tiêu 100 %.',
		],
		en: [
			'Share of identity accounts activated',
			'Citizens with an activated account over eligible citizens; the goal is 100%.',
		],
		source: '004 §2.2',
	}),
	reached('people', {
		code: 'vssidUsers',
		vi: ['Người dùng VssID', 'Số người đã cài đặt và dùng được ứng dụng bảo hiểm xã hội số.'],
		en: ['VssID users', 'People who installed and can use the social insurance app.'],
		source: '003 §II.2.2',
	}),
	reached('people', {
		code: 'etaxMobileUsers',
		vi: ['Người dùng eTax Mobile', 'Số người đã cài đặt và dùng được ứng dụng thuế điện tử.'],
		en: ['eTax Mobile users', 'People who installed and can use the tax app.'],
		source: '003 §II.1',
	}),
	reached('people', {
		code: 'personalDigitalSignatures',
		vi: ['Chữ ký số cá nhân', 'Số người đã được cấp chữ ký số cá nhân.'],
		en: ['Personal digital signatures', 'People who were issued a digital signature of their own.'],
		source: '003 §II.1; 003 §II.3',
	}),
	reached('people', {
		code: 'feedbackHotlineUsers',
		vi: ['Người dùng tổng đài 1022', 'Số người đã biết gửi phản ánh, kiến nghị qua tổng đài 1022.'],
		en: ['Users of hotline 1022', 'People who can send feedback through hotline 1022.'],
		source: '002 §2.2',
	}),
	reached('people', {
		code: 'provincialAppUsers',
		vi: [
			'Người dùng ứng dụng của tỉnh',
			'Số người đã cài đặt và dùng được ứng dụng công dân của tỉnh.',
		],
		en: [
			'Users of the provincial app',
			'People who installed and can use the province’s citizen app.',
		],
		source: '002 §2.2',
	}),
	flow('occurrences', {
		code: 'landDataLookUps',
		vi: [
			'Lượt tra cứu đất đai được hỗ trợ',
			'Số lượt người dân được hỗ trợ tra cứu, sử dụng dữ liệu đất đai trên mạng.',
		],
		en: [
			'Land data looked up',
			'Times that citizens were helped to look up or use land data online.',
		],
		source: '001 §II.5a',
	}),
];
