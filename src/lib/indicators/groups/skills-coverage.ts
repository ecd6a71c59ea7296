import { indicatorsOf } from '../indicator';

const { reached, standing, ratio } = indicatorsOf('skillsCoverage');

/** Reported as the household-skills block of a report, not as single values. */
export const skillsCoverage = [
	standing(
		'households',
		{
			code: 'households',
			vi: [
				'Hộ gia đình',
				'Số hộ mà báo cáo đã rà soát; để trống nghĩa là chưa biết, không phải 0.',
			],
			en: ['Households', 'Households that the report covers; blank means unknown, not 0.'],
			source: '004 §2.9b',
		},
		'neutral',
	),
	...(
		[
			['skill1', 'dịch vụ công trực tuyến', 'online public services'],
			['skill2', 'mua sắm trực tuyến', 'online shopping'],
			['skill3', 'thanh toán trực tuyến', 'online payment'],
			['skill4', 'tự bảo vệ trên mạng', 'staying safe online'],
			['skill5', 'nền tảng số của địa phương', 'the local digital platform'],
		] as const
	).flatMap(([skill, vi, en]) => [
		reached('households', {
			code: `${skill}Households`,
			vi: [`Hộ biết ${vi}`, `Số hộ có ít nhất một người biết dùng ${vi}.`],
			en: [`Households able: ${en}`, `Households where at least one member is able in ${en}.`],
			source: '004 §1.3; 004 §2.9b',
		}),
		ratio(`${skill}Households`, 'households', {
			code: `${skill}Share`,
			vi: [`Tỷ lệ hộ biết ${vi}`, 'Số hộ biết kỹ năng này chia cho số hộ đã rà soát.'],
			en: [`Share: ${en}`, 'Households able in this skill over households covered.'],
			source: '004 §1.3; 004 §2.9b',
		}),
	]),
	reached('households', {
		code: 'allFiveHouseholds',
		vi: ['Hộ đủ năm kỹ năng', 'Số hộ có cùng một người biết dùng đủ cả năm kỹ năng.'],
		en: [
			'Households with all five',
			'Households where one and the same member is able in all five skills.',
		],
		source: '004 §2.9b',
	}),
	ratio('allFiveHouseholds', 'households', {
		code: 'allFiveShare',
		vi: ['Tỷ lệ hộ đủ năm kỹ năng', 'Số hộ đủ năm kỹ năng chia cho số hộ đã rà soát: độ phủ.'],
		en: ['Share with all five', 'Households with all five over households covered: the coverage.'],
		source: '004 §2.9b',
	}),
	standing(
		'households',
		{
			code: 'assistedHouseholds',
			vi: [
				'Hộ được hỗ trợ',
				'Số hộ không ai tự làm được, có một thành viên tổ được cử làm giúp; không tính là hộ có kỹ năng.',
			],
			en: [
				'Assisted households',
				'Households where nobody is able and a named team member helps; never counted as skilled.',
			],
			source: '004 §2.9b',
		},
		'neutral',
	),
	reached('households', {
		code: 'vneidHouseholds',
		vi: ['Hộ có VNeID', 'Số hộ có ít nhất một người có tài khoản VNeID.'],
		en: ['Households with VNeID', 'Households where at least one member has a VNeID account.'],
		source: '004 §2.9b',
	}),
	ratio('vneidHouseholds', 'households', {
		code: 'vneidShare',
		vi: ['Tỷ lệ hộ có VNeID', 'Số hộ có VNeID chia cho số hộ đã rà soát.'],
		en: ['Share with VNeID', 'Households with VNeID over households covered.'],
		source: '004 §2.9b',
	}),
	reached('households', {
		code: 'serviceAccountHouseholds',
		vi: [
			'Hộ có tài khoản dịch vụ công',
			'Số hộ có ít nhất một người có tài khoản dịch vụ công trực tuyến.',
		],
		en: [
			'Households with a service account',
			'Households where at least one member has an online public-service account.',
		],
		source: '004 §2.9b',
	}),
	ratio('serviceAccountHouseholds', 'households', {
		code: 'serviceAccountShare',
		vi: ['Tỷ lệ hộ có tài khoản dịch vụ công', 'Số hộ có tài khoản chia cho số hộ đã rà soát.'],
		en: ['Share with a service account', 'Households with an account over households covered.'],
		source: '004 §2.9b',
	}),
];
