import { indicatorsOf } from '../indicator';
import { everyOrganisation, outreachers, withBanks } from '../organisations';

const { flow, reached, standing, ratio } = indicatorsOf('training');

export const training = [
	flow('sessions', {
		code: 'memberClasses',
		// Communes and above hold classes for teams, which attend: 001 §II.4; 002 §3.
		askedFrom: 'commune',
		vi: ['Lớp tập huấn cho thành viên', 'Số lớp bồi dưỡng dành cho thành viên các tổ.'],
		en: ['Classes for members', 'Classes held for the members of teams.'],
		source: '002 §3; 003 §II.1; 004 §1.3',
		organisations: everyOrganisation,
	}),
	flow('occurrences', {
		code: 'memberClassAttendance',
		askedFrom: 'commune',
		vi: ['Lượt thành viên dự tập huấn', 'Mỗi thành viên dự một lớp tính là một lượt.'],
		en: ['Attendance of members', 'One member in one class counts as one attendance.'],
		source: '003 §II.1',
		organisations: everyOrganisation,
	}),
	flow('occurrences', {
		code: 'teamsTrained',
		vi: [
			'Lượt tổ được doanh nghiệp tập huấn',
			'Mỗi tổ dự một lớp của một doanh nghiệp tính là một lượt.',
		],
		en: ['Teams trained by enterprises', 'One team in one class of one enterprise counts as one.'],
		source: '002 §5; 002 §6.2',
		organisations: withBanks,
		organisationsOnly: true,
	}),
	flow('sessions', {
		code: 'citizenSessions',
		vi: ['Buổi tập huấn cho người dân', 'Tổng số buổi hướng dẫn người dân, mọi chuyên đề.'],
		en: ['Sessions for citizens', 'All training sessions for citizens, whatever the topic.'],
		source: '003 §II.2.1',
		organisations: [...withBanks, ...outreachers],
	}),
	flow('sessions', {
		code: 'citizenSessionsEcommerce',
		vi: [
			'– về thương mại điện tử',
			'Số buổi cho người dân về mua bán, quảng bá sản phẩm trên mạng.',
		],
		en: ['– on e-commerce', 'Sessions for citizens on buying, selling and advertising online.'],
		source: '003 §II.2.1',
		organisations: [...withBanks, ...outreachers],
	}),
	flow('sessions', {
		code: 'citizenSessionsEpayment',
		vi: ['– về thanh toán điện tử', 'Số buổi cho người dân về ví điện tử và ứng dụng ngân hàng.'],
		en: ['– on e-payment', 'Sessions for citizens on e-wallets and banking apps.'],
		source: '003 §II.2.1',
		organisations: [...withBanks, ...outreachers],
	}),
	flow('sessions', {
		code: 'citizenSessionsOtherTopics',
		vi: ['– về chuyên đề khác', 'Số buổi cho người dân về các chuyên đề còn lại.'],
		en: ['– on other topics', 'Sessions for citizens on any other topic.'],
		source: '003 §II.2.1',
		organisations: [...withBanks, ...outreachers],
	}),
	reached('people', {
		code: 'teachersTrained',
		// Schools answer to the commune and to education offices: 004 §2.3.
		askedFrom: 'commune',
		vi: ['Giáo viên đã tập huấn', 'Số giáo viên đã được tập huấn đủ năm nội dung kỹ năng số.'],
		en: ['Teachers trained', 'Teachers who were trained in all five digital skills.'],
		source: '004 §2.3a',
		counting: 'organisations',
		organisations: ['coQuanGiaoDuc'],
	}),
	standing(
		'people',
		{
			code: 'teachers',
			askedFrom: 'commune',
			vi: ['Tổng số giáo viên', 'Số giáo viên đang công tác tại các trường trên địa bàn.'],
			en: ['All teachers', 'Teachers who work at schools in the area.'],
			source: '004 §2.3a',
			counting: 'organisations',
			organisations: ['coQuanGiaoDuc'],
		},
		'neutral',
	),
	ratio('teachersTrained', 'teachers', {
		code: 'teachersTrainedShare',
		vi: ['Tỷ lệ giáo viên đã tập huấn', 'Giáo viên đã tập huấn chia cho tổng số; mục tiêu 100 %.'],
		en: ['Share of teachers trained', 'Teachers trained over all teachers; the goal is 100%.'],
		source: '004 §2.3a',
	}),
	...(
		[
			{
				codes: ['pupilsTaught', 'pupils'],
				vi: ['Học sinh đã học năm kỹ năng số', 'Tổng số học sinh', 'Tỷ lệ học sinh đã học'],
				en: ['Pupils taught the five skills', 'All pupils', 'Share of pupils taught'],
				meaning: {
					vi: [
						'Số học sinh đã được học đủ năm kỹ năng số ở trường.',
						'Số học sinh đang học tại các trường trên địa bàn.',
					],
					en: [
						'Pupils who were taught all five digital skills at school.',
						'Pupils at the schools of the area.',
					],
				},
				countingUnit: 'people',
				source: '004 §1.4; 004 §2.3a',
			},
			{
				codes: ['schoolsTeaching', 'schools'],
				vi: ['Trường dạy kỹ năng số', 'Tổng số trường', 'Tỷ lệ trường dạy kỹ năng số'],
				en: ['Schools that teach the skills', 'All schools', 'Share of schools that teach them'],
				meaning: {
					vi: [
						'Số trường đã đưa năm kỹ năng số vào tiết học, buổi sinh hoạt.',
						'Số trường học trên địa bàn.',
					],
					en: [
						'Schools that made the five digital skills part of lessons.',
						'Schools of the area.',
					],
				},
				countingUnit: 'items',
				source: '004 §1.4',
			},
		] as const
	).flatMap(({ codes, vi, en, meaning, countingUnit, source }) => {
		const ofSchools = {
			source,
			organisations: ['coQuanGiaoDuc'],
			organisationsOnly: true,
		} as const;
		return [
			reached(countingUnit, {
				...ofSchools,
				code: codes[0],
				vi: [vi[0], meaning.vi[0]],
				en: [en[0], meaning.en[0]],
			}),
			standing(
				countingUnit,
				{
					...ofSchools,
					code: codes[1],
					vi: [vi[1], meaning.vi[1]],
					en: [en[1], meaning.en[1]],
				},
				'neutral',
			),
			ratio(codes[0], codes[1], {
				code: `${codes[0]}Share`,
				vi: [vi[2], `${vi[0]} chia cho tổng số.`],
				en: [en[2], `${en[0]} over all of them.`],
				source,
			}),
		];
	}),
];
