import { indicatorsOf } from '../indicator';
import { withBanks } from '../organisations';

const { flow, standing, ratio } = indicatorsOf('support');

export const support = [
	flow('dong', {
		code: 'fundingGiven',
		// From the budgets of communes and above: 004 §2.9c; 004 §2.10.
		askedFrom: 'commune',
		vi: ['Kinh phí hỗ trợ', 'Số tiền (đồng) đã cấp cho hoạt động của các tổ.'],
		en: ['Funding given', 'Money (đồng) given to teams for their work.'],
		source: '000 §III; 004 §1.8; 004 §2.9c',
		organisations: [...withBanks, 'coQuanKhac'],
	}),
	standing('items', {
		code: 'teamsFunded',
		askedFrom: 'commune',
		vi: ['Tổ được cấp kinh phí', 'Số tổ đã được cấp kinh phí trong năm.'],
		en: ['Teams funded', 'Teams that received funding during the year.'],
		source: '004 §1.8; 004 §2.9c',
	}),
	ratio(
		'fundingGiven',
		'teamsFunded',
		{
			code: 'fundingPerTeam',
			vi: ['Kinh phí bình quân một tổ', 'Kinh phí hỗ trợ chia cho số tổ được cấp kinh phí.'],
			en: ['Funding per team', 'Funding given over teams funded.'],
			source: '004 §1.8; 004 §2.9c',
		},
		'dong',
	),
	standing('items', {
		code: 'devices',
		vi: ['Thiết bị của tổ', 'Số máy tính, máy tính bảng, điện thoại trang bị cho các tổ.'],
		en: ['Devices', 'Computers, tablets and phones that teams were equipped with.'],
		source: '003 §IV',
		organisations: withBanks,
	}),
	standing('people', {
		code: 'staffInTeams',
		vi: ['Nhân sự cử tham gia tổ', 'Số người của đơn vị được cử tham gia các tổ.'],
		en: ['Staff lent to teams', 'Staff of the organisation who were assigned to teams.'],
		source: '004 §2.8a',
		organisations: [...withBanks, 'coQuanGiaoDuc', 'congAn', 'doanThanhNien', 'coQuanKhac'],
		organisationsOnly: true,
	}),
	flow('occurrences', {
		code: 'communesHelped',
		vi: [
			'Lượt xã được doanh nghiệp hỗ trợ',
			'Mỗi xã, phường được một doanh nghiệp hỗ trợ trong kỳ tính là một lượt.',
		],
		en: ['Communes helped', 'One commune that one enterprise helped in the period counts as one.'],
		source: '002 §6.2',
		organisations: withBanks,
		organisationsOnly: true,
	}),
	standing('items', {
		code: 'publicWifiPoints',
		vi: ['Điểm wifi công cộng', 'Số điểm công cộng có wifi miễn phí cho người dân.'],
		en: ['Public wifi points', 'Public places with free wifi for citizens.'],
		source: '000 §III; 003 §IV',
	}),
	standing(
		'items',
		{
			code: 'villagesWithoutCoverage',
			// Villages are counted by the commune.
			askedFrom: 'commune',
			vi: [
				'Thôn chưa có sóng hoặc cáp quang',
				'Số thôn, bản chưa có sóng di động băng rộng hoặc cáp quang.',
			],
			en: ['Villages without broadband', 'Villages without mobile broadband or optical fibre.'],
			source: '002 §5; 004 §2.8b',
		},
		'lowerIsBetter',
	),
];
