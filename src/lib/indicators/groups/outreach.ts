import { indicatorsOf } from '../indicator';
import { outreachers } from '../organisations';

const { flow } = indicatorsOf('outreach');

export const outreach = [
	flow('sessions', {
		code: 'outreachSessions',
		vi: [
			'Buổi tuyên truyền',
			'Số buổi tuyên truyền về chuyển đổi số do địa phương và các tổ tổ chức.',
		],
		en: ['Outreach sessions', 'Sessions on digital skills held by localities and their teams.'],
		source: '002 §2.1; 003 §II.1',
		organisations: outreachers,
	}),
	flow('occurrences', {
		code: 'outreachAttendance',
		vi: ['Lượt người dự tuyên truyền', 'Mỗi người dự một buổi tính là một lượt.'],
		en: ['Outreach attendance', 'One person at one session counts as one attendance.'],
		source: '003 §II.1',
		organisations: outreachers,
	}),
	flow('occurrences', {
		code: 'householdTurns',
		vi: ['Lượt hộ được tuyên truyền', 'Mỗi lần đến một hộ hoặc mời được một hộ tính là một lượt.'],
		en: ['Household turns reached', 'Each time one household is visited or attends counts as one.'],
		source: '003 §II.1',
	}),
	flow('sessions', {
		code: 'youthOutreachSessions',
		vi: ['Buổi tuyên truyền của thanh niên', 'Số buổi do đoàn viên, thanh niên thực hiện.'],
		en: [
			'Outreach sessions by youth',
			'Sessions carried out by the Youth Union and young volunteers.',
		],
		source: '003 §II.1; 004 §2.6',
		organisations: ['doanThanhNien'],
	}),
	flow('occurrences', {
		code: 'youthVolunteerTurns',
		vi: [
			'Lượt thanh niên tham gia',
			'Mỗi đoàn viên, thanh niên tham gia một buổi tính là một lượt.',
		],
		en: ['Youth volunteer turns', 'One young volunteer at one session counts as one turn.'],
		source: '003 §II.1',
		organisations: ['doanThanhNien'],
	}),
	flow('sessions', {
		code: 'campaignSessions',
		vi: [
			'Buổi ra quân vận động',
			'Số buổi ra quân vận động dùng chữ ký số cá nhân, tài khoản thanh toán điện tử.',
		],
		en: [
			'Campaign sessions',
			'Sessions that campaign for digital signatures and electronic payment.',
		],
		source: '003 §II.1',
		organisations: ['doanThanhNien'],
	}),
	flow('occurrences', {
		code: 'campaignAttendance',
		vi: ['Lượt người dự ra quân', 'Mỗi người dự một buổi ra quân vận động tính là một lượt.'],
		en: ['Campaign attendance', 'One person at one campaign session counts as one attendance.'],
		source: '003 §II.1',
		organisations: ['doanThanhNien'],
	}),
	flow('sessions', {
		code: 'events',
		// Held by communes and above; teams take part: 003 §II.3.
		askedFrom: 'commune',
		vi: [
			'Sự kiện, hội thảo',
			'Số hội nghị, hội thảo, ngày hội, cuộc thi về chuyển đổi số đã tổ chức.',
		],
		en: ['Events, seminars', 'Conferences, seminars, fairs and contests on digital skills.'],
		source: '003 §II.3; 004 §1.7',
	}),
	flow('occurrences', {
		code: 'eventAttendance',
		askedFrom: 'commune',
		vi: ['Lượt người dự sự kiện', 'Mỗi người dự một sự kiện, hội thảo tính là một lượt.'],
		en: ['Event attendance', 'One person at one event or seminar counts as one attendance.'],
		source: '003 §II.3',
	}),
	flow('sessions', {
		code: 'oneStopDuties',
		// One-stop shops are offices of the commune: 003 §II.2.
		askedFrom: 'commune',
		vi: [
			'Buổi trực tại bộ phận một cửa',
			'Số buổi đoàn viên, thành viên tổ trực hướng dẫn người dân tại bộ phận một cửa.',
		],
		en: ['Desk duties at one-stop shops', 'Times that helpers were on duty at a one-stop shop.'],
		source: '003 §II.2',
	}),
	flow('occurrences', {
		code: 'oneStopHelped',
		askedFrom: 'commune',
		vi: [
			'Lượt người được giúp tại một cửa',
			'Mỗi người được hướng dẫn trong một buổi trực tính là một lượt.',
		],
		en: ['Helped at one-stop shops', 'One person helped during one desk duty counts as one.'],
		source: '003 §II.2',
	}),
	flow('occurrences', {
		code: 'helpedAtHome',
		vi: [
			'Lượt người được giúp tại nhà',
			'Mỗi lần một người được cài đặt, nộp hồ sơ, thanh toán giúp ngay tại nhà tính là một lượt.',
		],
		en: ['Helped at home', 'Each time somebody is helped with a digital service at home.'],
		source: '003 §II.1; 004 §2.9b',
	}),
	flow('items', {
		code: 'leaflets',
		vi: ['Tờ rơi', 'Số tờ rơi đã phát đến người dân.'],
		en: ['Leaflets', 'Leaflets handed out to citizens.'],
		source: '003 §II.1',
		organisations: outreachers,
	}),
	flow('items', {
		code: 'newsItems',
		// Published on the commune’s portal and radio, whose head is in its team: 001 §II.2; 003 §II.1.
		askedFrom: 'commune',
		vi: ['Tin, bài', 'Số tin, bài về chuyển đổi số đã đăng hoặc phát.'],
		en: ['News items', 'News items and articles on digital skills that were published.'],
		source: '003 §II.2; 004 §2.7',
		organisations: ['baoChi', 'doanThanhNien', 'coQuanKhac'],
	}),
	flow('items', {
		code: 'radioProgrammes',
		askedFrom: 'commune',
		vi: [
			'Chuyên mục truyền thanh',
			'Số chương trình, chuyên mục đã xây dựng cho đài truyền thanh.',
		],
		en: ['Radio programmes', 'Programmes or columns made for local radio.'],
		source: '003 §II.2; 004 §2.7',
		organisations: ['baoChi', 'coQuanKhac'],
	}),
];
