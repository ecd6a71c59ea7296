import { inSentence } from '../in-sentence';

/** What each indicator means, for whoever reads, cites or doubts it. */
export const indicatorPages = {
	title: 'Các chỉ số',
	lead: 'Mỗi con số trên trang này nghĩa là gì, tính thế nào, ai báo cáo, và yếu ở đâu.',
	back: 'Tất cả các chỉ số',
	meaning: 'Nghĩa là gì',
	formula: 'Cách tính',
	ratio: (numerator: string, denominator: string) => `${numerator} ÷ ${denominator}`,
	count: 'Đếm trực tiếp, không qua phép tính nào.',
	unit: 'Đơn vị tính',
	time: 'Qua nhiều tháng',
	source: 'Văn bản, mục',
	since: 'Có số liệu từ',
	never: 'chưa có số nào được duyệt',
	reportedBy: 'Ai báo cáo',
	places: { village: 'thôn, tổ dân phố và xã, phường', commune: 'xã, phường' },
	nobody: 'không ai nhập: tính từ hai số đếm',
	code: 'Mã trong dữ liệu mở',
	weaknesses: 'Điểm yếu đã biết',
	weak: {
		volunteers:
			'Người đếm là tình nguyện viên đến từng nhà; hộ tự nói mình biết dùng, không có bài kiểm tra.',
		coverage: 'Chỉ tính hộ đã được rà soát; nơi rà soát chưa tới một nửa thì chưa nêu tỷ lệ.',
		hidden:
			'Số nhỏ được giữ kín và ghi “< 5”; tổng có thể chưa gồm vài hộ của những nơi đang được giữ kín.',
		cumulative: 'Là số cộng dồn: không tự giảm khi có người chuyển đi hoặc quên cách dùng.',
		twice:
			'Cùng một việc có thể được nhiều đơn vị tham gia kể lại; mỗi đơn vị chỉ kể phần mình làm.',
		organisations: 'Nơi cơ quan chuyên môn chưa báo cáo thì lấy số của xã thay vào.',
		turns: 'Đếm lượt, không đếm người: một người đến ba lần là ba lượt.',
		people: 'Một người có thể được đếm ở hơn một nơi.',
	},
	trend: 'Diễn biến',
	trendCaption: (name: string, place: string) => `${name}, ${place}, theo tháng`,
	mapTitle: (month: string) => `Bản đồ, ${month}`,
	mapAlt: (name: string, place: string, month: string) =>
		`Bản đồ ${inSentence(place)}, ${month}: ${name} của từng xã, phường`,
	mapCaption: (count: string) =>
		`${count} xã, phường. Màu càng đậm, tỷ lệ hộ càng cao; con số của từng nơi có trong bảng bên dưới.`,
	table: (month: string) => `Từng nơi, ${month}`,
	columns: {
		month: 'Tháng',
		unit: 'Đơn vị',
		value: 'Giá trị',
		able: 'Số hộ biết',
		base: 'Số hộ đã rà soát',
	},
	hidden: '< 5',
	insufficient: 'Chưa đủ số liệu',
	none: 'Chưa có',
	map: 'Xem trên bản đồ',
	data: 'Tải dữ liệu',
	notPublic:
		'Số của từng nơi không được công bố: chỉ số này đếm người, lượt hoặc tiền, nên một số nhỏ có thể chỉ ra một người hay một nhà. Xã và tỉnh đọc được số này trong phần làm việc.',
};
