import { inSentence } from '../in-sentence';
export const structure = {
	title: (place: string) => `${place} theo địa giới hiện nay`,
	back: 'Xem theo địa giới lúc báo cáo',
	lead: (month: string, day: string) =>
		`Số liệu ${month} đã duyệt, tính lại theo các xã, phường có từ ngày ${day}. Đơn vị nhập trọn thì cộng dồn; đơn vị bị chia chỉ được chia khi có tỷ lệ đã công bố.`,
	month: 'Tháng',
	show: 'Xem',
	picture: (place: string, month: string) =>
		`Bản đồ ${inSentence(place)} theo địa giới hiện nay: tỷ lệ hộ biết đủ 5 kỹ năng số, ${month}`,
	legend: 'Hộ có người biết đủ 5 kỹ năng số; cột: số xã, phường',
	total: (able: string, base: string) =>
		`${able} trong ${base} hộ đã rà soát có người biết đủ cả năm kỹ năng`,
	register: (households: string) => `Tổng số hộ theo danh sách: ${households}.`,
	table: 'Từng xã, phường',
	columns: {
		unit: 'Xã, phường',
		share: 'Biết đủ 5 kỹ năng',
		households: 'Số hộ theo danh sách',
		note: 'Ghi chú',
	},
	estimated: 'ước tính',
	incomplete: 'thiếu phần không chia được',
	undividedTitle: 'Chưa chia được',
	undividedText:
		'Những đơn vị cũ sau đây bị chia cho nhiều đơn vị mới mà chưa có tỷ lệ chia được công bố. Số liệu của chúng không được tính vào đâu, cũng không được đoán.',
	undividedItem: (unit: string, households: string, successors: string) =>
		`${unit} (${households} hộ): nay thuộc ${successors}`,
	leftOutTitle: 'Chưa rõ nay thuộc đơn vị nào',
	leftOutText:
		'Dữ liệu về sắp xếp đơn vị chưa cho biết những đơn vị cũ sau đây đã nhập vào đâu. Số liệu và số hộ của các đơn vị này không được tính vào đơn vị mới nào.',
	leftOutItem: (unit: string, households: string) => `${unit} (${households} hộ)`,
	unknownHouseholds: 'chưa rõ số',
	none: 'Chưa có đơn vị nào trong địa giới này.',
};
