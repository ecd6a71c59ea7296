import { inSentence } from '../in-sentence';
/** Anybody asks for a correction of a published number. */
export const correctionRequest = {
	title: 'Đề nghị đính chính',
	lead: 'Thấy số liệu của xã, phường mình chưa đúng? Hãy cho biết. Không cần tài khoản, không cần nêu tên.',
	/** Where figures are shown. */
	invite: 'Thấy số liệu chưa đúng? Đề nghị đính chính',
	unit: 'Xã, phường',
	unitHint: 'Gõ tên xã, phường, thôn, tên cũ hoặc mã đơn vị. Không cần gõ dấu.',
	otherUnit: 'Chọn nơi khác',
	several: (text: string) =>
		`Chưa gửi. “${text}” có thể là nhiều nơi: hãy chọn đúng xã, phường rồi gửi lại.`,
	month: 'Tháng có số chưa đúng',
	anyMonth: 'Không rõ, hoặc nhiều tháng',
	text: 'Số nào chưa đúng, vì sao bạn biết?',
	textHint: 'Đừng ghi tên, số điện thoại hay giấy tờ của ai. Chỉ cơ quan xử lý đọc phần này.',
	submit: 'Gửi đề nghị',
	note: 'Mỗi đề nghị có một số. Cấp xử lý phải trả lời công khai và nêu lý do; chưa đồng ý thì bạn mở lại được.',
	failed: 'Chưa gửi được. Hãy sửa những chỗ được đánh dấu.',
	problems: {
		commune: 'Không tìm thấy xã, phường này. Hãy gõ ít chữ hơn hoặc gõ mã.',
		month: 'Hãy chọn một tháng.',
		text: 'Hãy viết rõ hơn một chút.',
		tooLong: 'Nội dung dài quá 2.000 ký tự.',
		tooMany: 'Nơi bạn truy cập vừa gửi quá nhiều. Hãy thử lại sau 10 phút.',
		other: 'Chỗ này chưa đúng.',
	},
	find: {
		title: 'Xem kết quả một đề nghị',
		label: 'Số của đề nghị',
		submit: 'Xem',
	},
	one: {
		title: (number: string) => `Đề nghị đính chính số ${number}`,
		sent: (number: string) =>
			`Đã nhận. Số của đề nghị này là ${number}. Muốn xem kết quả, hãy mở lại trang này, hoặc gõ số ấy ở trang Đề nghị đính chính.`,
		about: (unit: string, day: string) => `Về số liệu của ${inSentence(unit)}, gửi ngày ${day}.`,
		waits: (unit: string, days: string) => `Đang ở ${inSentence(unit)}, đã chờ ${days}.`,
		answered: (unit: string, day: string) => `${unit} đã trả lời ngày ${day}.`,
		question: 'Đề nghị',
		answer: 'Kết quả và lý do',
		reopen: 'Chưa đồng ý? Mở lại đề nghị',
		reopenLabel: 'Vì sao cần xem lại',
		reopenSubmit: 'Mở lại',
		reopened: 'Đã mở lại. Cấp xử lý sẽ trả lời lần nữa.',
		commune: 'Trang của xã, phường này',
	},
};
