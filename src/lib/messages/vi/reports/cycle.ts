import { cycleSettings } from './cycle-settings';
import { due } from './due';
import { inSentence } from '../in-sentence';

interface Missing {
	unit: string;
	period: string;
	due: string;
	/** Reports that haven't come, of all that are due. */
	missing: string;
	all: string;
	names: string[];
	link: string;
}

export const cycle = {
	derived: {
		title: 'Tính từ các tháng',
		months: (months: string) =>
			`Các ô dưới đây đã được tính sẵn từ báo cáo đã duyệt: ${months}. Sửa được, nhưng cần ghi lý do.`,
		missing: (months: string) => `Chưa có báo cáo đã duyệt: ${months}.`,
		households: (month: string) => `Số hộ và kỹ năng số lấy theo ${month}.`,
		noHouseholds: 'Không tháng nào có đủ số hộ và kỹ năng số; hãy nhập.',
		stored: (months: string) =>
			`Báo cáo đã duyệt của các tháng: ${months}. Số khác với các tháng cần có lý do.`,
	},
	kinds: { month: 'Tháng', quarter: 'Quý', year: 'Năm', adHoc: 'Đột xuất' },
	levels: {
		village: 'Thôn, tổ dân phố',
		commune: 'Xã, phường',
		district: 'Huyện',
		province: 'Tỉnh',
	},
	links: {
		status: 'Tình hình nộp báo cáo',
		receipt: 'Xem và in giấy biên nhận',
		history: 'So sánh hai bản',
		rollUp: 'Tổng hợp từ báo cáo của các thôn',
		outdated: 'Báo cáo của thôn đã thay đổi sau khi tổng hợp. Hãy tổng hợp lại.',
		back: 'Về báo cáo',
	},
	due,
	mail: {
		subject: {
			soon: (unit: string, period: string) => `Sắp đến hạn báo cáo ${period} – ${unit}`,
			overdue: (unit: string, period: string) => `Đã đến hạn báo cáo ${period} – ${unit}`,
			escalated: (unit: string, period: string) => `Báo cáo ${period} còn thiếu – ${unit}`,
		},
		text: ({ unit, period, due, missing, all, names, link }: Missing) =>
			[
				`${unit}: còn thiếu ${missing}/${all} báo cáo ${period}. Hạn nộp: trước ngày ${due}.`,
				'',
				'Chưa nộp:',
				...names.map((name) => `- ${name}`),
				'',
				`Xem và nộp tại: ${link}`,
			].join('\n'),
	},
	notices: {
		title: 'Việc cần nhớ',
		soon: ({ unit, period, due, missing, all }: Omit<Missing, 'names' | 'link'>) =>
			`${unit}: còn ${missing}/${all} báo cáo ${period} chưa nộp; hạn nộp trước ngày ${due}.`,
		overdue: ({ unit, period, due, missing, all }: Omit<Missing, 'names' | 'link'>) =>
			`${unit}: đã hết hạn (trước ngày ${due}), còn thiếu ${missing}/${all} báo cáo ${period}.`,
		escalated: ({ unit, period, due, missing, all }: Omit<Missing, 'names' | 'link'>) =>
			`${unit}: quá hạn nhiều ngày (trước ngày ${due}) vẫn thiếu ${missing}/${all} báo cáo ${period}. Cần đôn đốc trực tiếp.`,
		open: 'Xem đơn vị còn thiếu',
		one: {
			soon: ({ unit, period, due }: Omit<Missing, 'names' | 'link'>) =>
				`${unit}: báo cáo ${period} chưa nộp; hạn nộp trước ngày ${due}.`,
			overdue: ({ unit, period, due }: Omit<Missing, 'names' | 'link'>) =>
				`${unit}: báo cáo ${period} chưa nộp, đã hết hạn (trước ngày ${due}).`,
			escalated: ({ unit, period, due }: Omit<Missing, 'names' | 'link'>) =>
				`${unit}: báo cáo ${period} chưa nộp dù đã quá hạn nhiều ngày (trước ngày ${due}). Cần nộp ngay.`,
			open: 'Mở báo cáo',
		},
	},
	status: {
		areas: {
			title: 'Địa bàn tôi phụ trách',
			lead: (period: string) => `Tình hình báo cáo ${period} của những nơi bạn phụ trách.`,
			none: 'Bạn chưa được giao phụ trách địa bàn nào.',
			raise: 'Báo vấn đề với người đứng đầu',
			received: 'Đã nộp',
			of: (part: string, whole: string) => `${part}/${whole}`,
		},
		title: 'Tình hình nộp báo cáo',
		of: (unit: string, period: string) => `${unit}, ${period}`,
		asOf: (time: string, date: string) => `Tính đến ${time} ngày ${date}`,
		due: (village: string, commune: string) =>
			`Hạn nộp: thôn trước ngày ${village}, xã trước ngày ${commune}.`,
		cutOff: (date: string) => `Số liệu chốt đến hết ngày ${date}.`,
		up: (unit: string) => `Lên ${inSentence(unit)}`,
		period: 'Kỳ báo cáo',
		moment: 'Xem tại thời điểm',
		momentHint: 'Báo cáo nộp sau thời điểm này chưa được tính.',
		now: 'Bây giờ',
		atVillagesDue: 'Lúc hết hạn của thôn',
		atCommunesDue: 'Lúc hết hạn của xã',
		search: 'Tìm đơn vị',
		filter: 'Lọc',
		filters: {
			all: 'Tất cả',
			incomplete: 'Còn thiếu',
			late: 'Có báo cáo muộn',
			complete: 'Đã đủ',
		},
		show: 'Xem',
		/** What a district or province did itself. */
		ownOf: (unit: string, state: string, due: string) =>
			`Báo cáo của ${inSentence(unit)}: ${state.toLowerCase()} (hạn trước ngày ${due}).`,
		completeness: 'Đã nộp',
		punctuality: 'Đúng hạn',
		ofDue: (count: string, due: string) => `${count} trên ${due} báo cáo`,
		columns: {
			unit: 'Đơn vị',
			due: 'Phải nộp',
			onTime: 'Đúng hạn',
			late: 'Muộn',
			missing: 'Thiếu',
			pending: 'Chưa đến hạn',
			completeness: 'Đã nộp',
			punctuality: 'Đúng hạn',
			own: 'Báo cáo của chính đơn vị',
			state: 'Tình trạng',
		},
		partlyMissing: 'Còn thiếu',
		none: 'Không có đơn vị nào khớp.',
		noUnit: 'Tài khoản này chưa được giao đơn vị nào.',
		ownReport:
			'Không thôn nào trong xã phải nộp kỳ này; xã tự báo cáo. Xem dòng của xã ở trang cấp trên.',
		report: 'Mở báo cáo',
	},
	share: {
		title: 'Lời nhắc gửi qua Zalo',
		lead: 'Chép lời nhắc này rồi dán vào nhóm Zalo của xã. Không có tên người hay số điện thoại.',
		copy: 'Chép lời nhắc',
		copied: 'Đã chép.',
		failed: 'Trình duyệt không cho chép; hãy bôi đen rồi chép tay.',
		text: ({ unit, period, due, names, link }: Omit<Missing, 'missing' | 'all'>) =>
			[
				`${unit} – báo cáo ${period} (hạn nộp trước ngày ${due}).`,
				`Còn thiếu: ${names.join(', ')}.`,
				`Các tổ nộp tại: ${link}`,
			].join('\n'),
	},
	/** The sheet on paper, on which a team counts its households. */
	tallyPaper: {
		sum: 'Cộng',
		number: 'TT',
		lead: 'Đánh dấu ✓ vào ô đúng. Chỉ ghi số nhà, không ghi tên, số điện thoại hay số giấy tờ của ai.',
		team: 'Tổ công nghệ số cộng đồng',
		date: 'Ngày rà soát: …… / …… / ………',
		print: 'In phiếu',
		rows: 'Số dòng',
		show: 'Xem',
	},
	receipt: {
		title: 'Giấy biên nhận báo cáo',
		number: 'Số biên nhận',
		unit: 'Đơn vị',
		period: 'Kỳ báo cáo',
		received: 'Hệ thống nhận lúc',
		revision: 'Bản',
		by: 'Người nộp',
		channel: 'Cách nộp',
		due: 'Hạn nộp',
		before: (date: string) => `trước ngày ${date}`,
		timeliness: 'Thời hạn',
		state: 'Tình trạng',
		figures: 'Số liệu đã nhận',
		hash: 'Mã kiểm tra (SHA-256)',
		hashHint: 'Cùng số liệu thì cùng mã: dùng để đối chiếu khi có thắc mắc.',
		print: 'In giấy biên nhận',
		at: (time: string, date: string) => `${time} ngày ${date}`,
	},
	history: {
		title: 'So sánh hai bản báo cáo',
		from: 'Từ bản',
		to: 'Đến bản',
		compare: 'So sánh',
		one: 'Báo cáo này mới có một bản, chưa có gì để so sánh.',
		empty: 'Đơn vị chưa nộp báo cáo kỳ này.',
		same: 'Hai bản có số liệu giống nhau.',
		changed: (changed: string, all: string) => `${changed} trên ${all} số liệu đã thay đổi`,
		figure: 'Số liệu',
		before: (revision: string) => `Bản ${revision}`,
		change: 'Chênh lệch',
		who: (name: string, time: string, date: string) => `${name}, ${time} ngày ${date}`,
		reason: 'Lý do',
		noReason: 'Không ghi lý do.',
		none: 'không báo cáo',
	},
	rollUp: {
		title: 'Tổng hợp báo cáo của xã',
		lead: 'Số của xã là tổng các báo cáo thôn dưới đây. Khi nộp, báo cáo này thay cho tổng của các thôn nên không bị tính hai lần.',
		villages: 'Báo cáo của các thôn',
		counted: (counted: string, required: string) =>
			`${counted} thôn được cộng; ${required} thôn phải nộp`,
		states: {
			none: 'Chưa nộp',
			submitted: 'Chờ duyệt',
			approved: 'Đã duyệt',
			returned: 'Bị trả lại',
		},
		notRequired: 'Không phải nộp',
		notCounted: 'Chưa được cộng',
		sums: 'Số tổng hợp',
		sumsHint: 'Chỉ sửa khi có căn cứ, và ghi lý do ở cuối.',
		partial: (reported: string, sum: string) =>
			`Mới ${reported} thôn có số này, cộng được ${sum}; để trống vì chưa đủ.`,
		others: 'Hoạt động và chỉ tiêu khác',
		own: {
			title: 'Số liệu của riêng xã',
			hint: 'Các thôn không được hỏi những mục này. Chỉ ghi những gì có; mục để trống được coi là không báo cáo.',
		},
		reason: 'Lý do sửa (bắt buộc khi số khác tổng của các thôn)',
		submit: 'Nộp báo cáo tổng hợp',
		incomplete: (missing: string) => `Tổng chưa đủ: còn thiếu ${missing} thôn phải nộp.`,
		blank: 'Số của xã để trống cho đến khi các thôn này nộp đủ.',
		goOn: 'Vẫn tổng hợp các thôn đã nộp',
		confirmIncomplete: (names: string) =>
			`Tôi biết số của xã còn thiếu: ${names}. Vẫn nộp tổng chưa đủ.`,
		submitIncomplete: 'Nộp tổng chưa đủ',
		nothing: 'Chưa có thôn nào nộp báo cáo, nên chưa có gì để tổng hợp.',
		done: 'Đã nộp báo cáo tổng hợp.',
		problems: {
			rollUpChanged:
				'Vừa có thôn nộp hoặc sửa báo cáo. Số tổng hợp đã được tính lại; hãy xem rồi nộp.',
			rollUpOfNothing: 'Chưa có thôn nào nộp báo cáo.',
			rollUpIncomplete: 'Tổng còn thiếu các thôn này: hãy đánh dấu nếu vẫn nộp.',
			correctionNeedsReason: 'Số này khác tổng của các thôn: hãy ghi lý do ở cuối biểu.',
		},
	},
	...cycleSettings,
};
