import { inSentence } from '../in-sentence';
/** A sentence in three parts, the middle one set off. */
type Parts = [before: string, mark: string, after: string];

const ableInAllFive = ' có ít nhất một người biết dùng đủ năm kỹ năng số.';

export const commune = {
	until: (day: string) => `đến hết ${day}`,
	pageTitle: (unit: string, province: string) => (province ? `${unit}, ${province}` : unit),

	/** The one sentence. */
	perHundred: (households: string): Parts => ['Cứ 100 hộ thì ', `${households} hộ`, ableInAllFive],
	belowOne: ['Cứ 100 hộ thì ', 'chưa đến 1 hộ', ableInAllFive] as Parts,
	aboveNinetyNine: ['Cứ 100 hộ thì ', 'hơn 99 hộ', ableInAllFive] as Parts,
	nobody: [
		'',
		'Chưa có hộ nào',
		' trong các hộ đã rà soát có người biết dùng đủ năm kỹ năng số.',
	] as Parts,
	everybody: [
		'',
		'Mọi hộ',
		' đã rà soát đều có ít nhất một người biết dùng đủ năm kỹ năng số.',
	] as Parts,
	hidden: ['Số hộ biết dùng đủ năm kỹ năng số được ', 'giữ kín', ' trong tháng này.'] as Parts,
	hiddenWhy:
		'Con số này nhỏ hơn 5 hộ, hoặc từ nó tính ra được một số nhỏ hơn 5 hộ. Công bố ra thì có thể nhận ra từng gia đình.',
	insufficient: (share: string): Parts => ['Chưa đủ số liệu: ', `mới rà soát ${share} số hộ`, '.'],
	insufficientWhy: (least: string) =>
		`Tỷ lệ chỉ được công bố khi đã rà soát ít nhất ${least} số hộ theo danh sách.`,
	waiting: (month: string): Parts => ['Báo cáo ', month, ' đã nhận, đang chờ duyệt.'],
	waitingWhy: (day: string) =>
		`Nhận ngày ${day}. Trang này chỉ công bố số liệu sau khi cấp trên duyệt.`,
	pending: (month: string): Parts => ['Chưa có báo cáo ', month, '.'],
	pendingWhy: (day: string) => `Hạn nộp của xã là trước ngày ${day}.`,
	missing: (month: string): Parts => ['Đã quá hạn mà ', 'chưa có báo cáo', ` ${month}.`],
	missingWhy: (day: string) =>
		`Hạn nộp là trước ngày ${day}. Chưa có báo cáo không có nghĩa là 0 hộ.`,
	notRequired: (month: string): Parts => ['Trong ', month, ', đơn vị này không phải báo cáo.'],
	noPeriod: ['', 'Chưa có kỳ báo cáo nào', ' của đơn vị này.'] as Parts,
	dots: (filled: number) => `${filled} trên 100 chấm được tô`,
	approvedOn: (month: string, day: string) => `Số liệu ${month}, duyệt ngày ${day}.`,
	toTarget: (households: string, goal: string, year: string) =>
		`Còn ${households} hộ nữa là đạt chỉ tiêu ${goal} của năm ${year}.`,
	targetReached: (goal: string, year: string) => `Đã đạt chỉ tiêu ${goal} của năm ${year}.`,
	outOf: (able: string, base: string) =>
		`${able} trong ${base} hộ đã rà soát có người biết đủ cả năm kỹ năng.`,

	/** Comparisons; `place` is `tỉnh` or `thành phố`. */
	higher: (place: string, share: string) =>
		`Cao hơn mức chung của ${inSentence(place)} (${share}).`,
	lower: (place: string, share: string) =>
		`Thấp hơn mức chung của ${inSentence(place)} (${share}).`,
	same: (place: string, share: string) => `Ngang mức chung của ${inSentence(place)} (${share}).`,
	lastKnown: (month: string) => `Số liệu mới nhất đã duyệt: ${month}`,
	ofMonth: (month: string) => `Đây là số liệu ${month}.`,
	previous: (share: string) => `Tháng trước: ${share}.`,

	fiveSkills: 'Năm kỹ năng',
	fiveSkillsNote:
		'Mỗi dòng là tỷ lệ hộ có ít nhất một người biết dùng kỹ năng đó; mỗi kỹ năng có thể do một người khác nhau trong nhà.',
	accounts: 'Tài khoản',
	accountsNote: 'Tỷ lệ hộ có ít nhất một người đã có tài khoản.',
	tick: (place: string) => `Vạch dọc: mức chung của ${inSentence(place)}.`,
	inProvince: (place: string, share: string) => `${place} ${share}`,
	assisted: 'Hộ được hỗ trợ',
	assistedCount: (households: string, base: string) => `${households} trong ${base} hộ đã rà soát`,
	assistedNote:
		'Trong nhà chưa ai tự làm được, một thành viên của tổ nhận giúp. Những hộ này được đếm riêng, không tính là hộ có kỹ năng.',

	trend: '24 tháng qua',
	trendLabel: (first: string, last: string) =>
		`Tỷ lệ hộ đủ năm kỹ năng từ ${first} đến ${last}. Số của từng tháng có trong bảng bên dưới.`,
	trendEmpty: 'Chưa có tháng nào có số liệu để vẽ.',
	trendTable: 'Xem dạng bảng',
	trendCaption: 'Tỷ lệ hộ đủ năm kỹ năng theo tháng, mới nhất trước',
	columns: {
		month: 'Tháng',
		share: 'Đủ 5 kỹ năng',
		households: 'Số hộ',
		village: 'Thôn, tổ dân phố',
		report: 'Báo cáo',
	},

	villages: 'Các thôn, tổ dân phố',
	villagesCaption: 'Số hộ đã rà soát và tỷ lệ đủ năm kỹ năng của từng thôn',
	villagesNone: 'Chưa có danh sách thôn, tổ dân phố của đơn vị này.',
	villagesOwn:
		'Tháng này xã nộp một báo cáo chung, nên số liệu của xã không phải là tổng của các thôn.',
	/** Each village as a point in the commune's outline. */
	villagesMap: {
		label: (count: string) =>
			`${count} thôn, tổ dân phố, mỗi nơi một chấm, tô theo tỷ lệ hộ đủ năm kỹ năng; từng số ở bảng dưới`,
		note: 'Sơ đồ: mỗi chấm là một thôn, tổ dân phố, đặt rải đều trong ranh giới xã chứ không đúng vị trí thật, vì chưa có tọa độ.',
	},
	villagesSkills: 'Từng kỹ năng theo thôn',
	villagesSkillsCaption: 'Tỷ lệ hộ biết từng kỹ năng (%), theo thôn',
	received: (day: string) => `nhận ${day}`,
	receivedWaiting: (day: string) => `nhận ${day}, chờ duyệt`,

	provenance: 'Số liệu này từ đâu',
	period: 'Kỳ số liệu',
	receivedLast: 'Nhận báo cáo gần nhất',
	approved: 'Duyệt',
	instant: (day: string, time: string) => `${day}, lúc ${time}`,
	reportedShare: 'Hộ đã rà soát',
	reportedOf: (share: string, base: string, register: string) =>
		`${share} (${base} trong ${register} hộ theo danh sách)`,
	reportedUnknown: (base: string) => `${base} hộ; chưa có danh sách hộ để so`,
	register: 'Tổng số hộ',
	registerOf: (households: string, source: string, year: number) =>
		`${households} hộ (${source}, ${year})`,
	registerSummed: (households: string) => `${households} hộ, cộng từ các thôn`,
	nothingApproved: 'Tháng này chưa có số liệu được duyệt.',
	reload: 'Trang này không tự cập nhật. Tải lại để xem số liệu được duyệt sau thời điểm trên.',
	methodLink: 'Cách tính',

	months: 'Chọn tháng',
	olderMonth: (month: string) => `‹ ${month}`,
	newerMonth: (month: string) => `${month} ›`,

	former: (day: string) => `Đơn vị cũ, có đến hết ngày ${day}.`,
	formerInto: 'Nay thuộc',
	formerUnknown: 'Chưa có dữ liệu đơn vị này nay thuộc đâu.',
	partly: 'một phần',
	formedFrom: (day: string) => `Lập ngày ${day} từ`,
	reusedCode: (code: string) => `Mã ${code} nay là của đơn vị khác:`,

	notFoundTitle: 'Không có đơn vị này',
	notFoundText:
		'Không có xã, phường hay đặc khu nào mang mã này, hoặc chưa có vào ngày hay tháng đã chọn. Hãy tìm theo tên.',
	describe: (unit: string, month: string) =>
		`Kỹ năng số của các hộ gia đình ở ${inSentence(unit)}, số liệu ${month} đã duyệt.`,
};
