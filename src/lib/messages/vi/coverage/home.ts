/** What the first page says below its map. */
export const home = {
	news: {
		title: (month: string) => `Có gì mới ${month}`,
		none: 'Trong tháng này chưa có gì mới được công bố.',
		communes: (count: string) => `${count} xã, phường có số liệu mới công bố`,
		corrected: (count: string) => `${count} số liệu tháng của xã, phường đã đính chính`,
		answered: (count: string) => `${count} khó khăn, kiến nghị đã được trả lời`,
		practice: 'Cách làm hay mới:',
	},
	answers: 'Khó khăn đã được trả lời',
	allAnswers: 'Xem mọi kiến nghị và trả lời',
	ways: 'Xem tiếp',
	mine: {
		title: 'Xã của tôi',
		choose: 'Chọn xã của tôi',
		forget: 'Quên',
		note: 'Chỉ máy này nhớ, không gửi đi đâu.',
	},
};
