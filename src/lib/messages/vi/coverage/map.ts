import { inSentence } from '../in-sentence';
export const map = {
	title: (place: string) => `Bản đồ kỹ năng số ${inSentence(place)}`,
	description: (place: string) =>
		`Tỷ lệ hộ gia đình ở ${inSentence(place)} có người biết năm kỹ năng số cơ bản, theo từng xã, phường.`,
	view: 'Cách xem',
	colourBy: 'Tô màu theo',
	measure: 'Kỹ năng',
	month: 'Tháng',
	show: 'Xem',
	basis: 'Số liệu',
	/** What somebody in a household can do, as it follows "có người". */
	abilities: {
		allFive: 'biết cả năm kỹ năng số cơ bản',
		skill1: 'biết dùng dịch vụ công trực tuyến',
		skill2: 'biết mua sắm trực tuyến',
		skill3: 'biết thanh toán trực tuyến',
		skill4: 'biết tự bảo vệ mình trên mạng',
		skill5: 'biết dùng thêm một nền tảng số của địa phương',
	},
	/** Follows the headline figure. */
	headline: (place: string, ability: string, able: string, base: string) =>
		`hộ ở ${inSentence(place)} có người ${ability}: ${able} trong ${base} hộ đã rà soát.`,
	headlineNone: (month: string) => `Chưa có báo cáo nào của ${month} được duyệt.`,
	headlineInsufficient: (reported: string) =>
		`Mới có số liệu của ${reported} số hộ, chưa đủ để nêu tỷ lệ chung.`,
	headlineHidden: 'Số hộ quá ít nên không công bố tỷ lệ.',
	growthUp: (points: string, month: string) => `Tăng ${points} điểm phần trăm so với ${month}`,
	growthDown: (points: string, month: string) => `Giảm ${points} điểm phần trăm so với ${month}`,
	growthNone: (month: string) => `Không đổi so với ${month}`,
	growthPoints: (points: string) => `${points} điểm phần trăm so với tháng trước`,
	growthNote: 'Mức tăng chỉ tính các xã có số liệu của cả hai tháng',
	reportedShare: (share: string) => `Số liệu của ${share} số hộ theo danh sách`,
	registerUnknown: 'Chưa có danh sách hộ, nên chưa biết đã rà soát được bao nhiêu phần',
	approvedUntil: (time: string, date: string) => `đã duyệt, gần nhất lúc ${time} ngày ${date}`,
	provisionalUntil: (time: string, date: string) =>
		`tạm tính, nhận gần nhất lúc ${time} ngày ${date}`,
	figuresOf: (month: string) => `Số liệu ${month}`,
	communesReported: (onTime: string, late: string, missing: string, required: string) =>
		`${onTime}/${required} xã, phường báo cáo đúng hạn, ${late} nộp muộn, ${missing} chưa nộp`,
	communesPending: (received: string, required: string, due: string) =>
		`${received}/${required} xã, phường đã báo cáo; hạn nộp trước ngày ${due}`,
	skills: 'Năm kỹ năng',
	skillsOf: (name: string) => `Năm kỹ năng · ${name}`,
	tickNote: (place: string) => `Vạch đứng: mức chung của ${inSentence(place)}.`,
	trend: '24 tháng qua',
	trendCaption: (ability: string) => `Tỷ lệ hộ có người ${ability}, %`,
	/** Beside marks of a time axis. */
	events: {
		rearranged: (day: string) => `sắp xếp đơn vị ${day}`,
		corrected: (day: string) => `đính chính ${day}`,
		target: (year: string, share: string) => `giao chỉ tiêu ${year}: ${share}`,
	},
	columnEvents: 'Sự kiện',
	asTable: 'Xem dạng bảng',
	columnMonth: 'Tháng',
	columnShare: 'Tỷ lệ, %',
	columnAble: 'Hộ biết',
	columnBase: 'Hộ đã rà soát',
	movers: 'Tăng nhiều nhất trong tháng',
	moversNone: 'Chưa có xã, phường nào tăng so với tháng trước.',
	picture: (place: string, measure: string, month: string) =>
		`Bản đồ ${inSentence(place)}: ${measure}, ${month}`,
	/** To the same month by the units of today. */
	currentStructure: 'Xem theo địa giới hiện nay',
	takeAway: {
		title: 'Tải về:',
		png: 'Ảnh bản đồ (PNG)',
		svg: 'Bản đồ vẽ nét (SVG)',
		data: 'Số liệu của tháng',
		approved: 'Tệp tải về theo số liệu đã duyệt, không theo số tạm tính đang xem.',
	},
	legendTitle: (ability: string) => `Hộ có người ${ability}; cột: số xã, phường`,
	legendEntry: (state: string, count: number) => `${state}: ${count} xã, phường`,
	brushed: (count: string) => `Đang xem riêng ${count} xã, phường, cả trong bảng.`,
	brushClear: 'Xem tất cả',
	timeline: {
		label: 'Diễn biến theo tháng',
		start: 'Xem diễn biến 24 tháng',
		failed: 'Chưa tải được số liệu các tháng trước. Hãy thử lại.',
		play: 'Chạy',
		pause: 'Dừng',
		month: 'Tháng trên bản đồ',
		open: 'Mở đầy đủ tháng này',
		close: 'Đóng',
		legend: (title: string, month: string) => `${title}, ${month}`,
		figure: (measure: string, share: string) => `${measure}: ${share}`,
		table: (month: string) => `Số liệu ${month}, như bản đồ đang xem.`,
		columnState: 'Trên bản đồ',
	},
	/** A circle for each commune instead of its area. */
	circles: {
		shape: 'Hình trên bản đồ',
		shapes: { areas: 'Theo địa giới', households: 'Theo số hộ' },
		note: (commune: string, households: string) =>
			`Mỗi vòng tròn là một xã, phường; vòng càng lớn, xã càng nhiều hộ. Lớn nhất: ${commune}, ${households} hộ.`,
	},
	/** Two maps beside one another, with a divider between. */
	compare: {
		start: 'So sánh hai bản đồ',
		other: 'Bên trái',
		months: 'Tháng trước',
		skills: 'Kỹ năng khác',
		close: 'Đóng so sánh',
		divider: 'Vạch chia hai bản đồ',
		position: (left: string, share: string, right: string) =>
			`${left} chiếm ${share} bên trái; ${right} bên phải`,
		value: (title: string, value: string) => `${title}: ${value}`,
		both: (left: string, right: string) => `${left} và ${right}`,
		absent: 'chưa có đơn vị này',
		failed: 'Chưa tải được số liệu để so sánh. Hãy thử lại.',
		unknownMonth: 'Không có số liệu của tháng này để so sánh.',
	},
	/** Those that ended, as a grouping of communes. */
	districts: {
		label: 'Huyện cũ',
		none: 'Không hiện',
		all: 'Hiện tất cả',
		since: (day: string) =>
			`Viền đậm: các huyện bỏ từ ngày ${day}, vẽ theo những xã, phường ngày nay lấy trọn đất từ một huyện.`,
		then: (month: string) => `Viền đậm: các huyện của ${month}.`,
		several: (count: string) =>
			`${count} xã, phường gộp đất từ nhiều huyện nên nằm ngoài các viền này.`,
		noSums: 'Huyện cũ chỉ để nhóm các xã, phường: không có số liệu cộng theo huyện.',
		chosen: (count: string, district: string) =>
			`Bảng số liệu chỉ còn ${count} xã, phường có đất của ${district}.`,
		/** On a map that is taken away. */
		outlined: (district: string) => `Viền đậm: ${district}`,
		severalOf: (names: string) => `nhiều huyện: ${names}`,
	},
	/** Names of the policy classes, by their bounds. */
	classes: {
		first: (to: string) => `Dưới ${to}`,
		between: (from: string, to: string) => `Từ ${from} đến dưới ${to}`,
		top: (from: string) => `Từ ${from} trở lên`,
	},
	/** The same for differences, in percentage points. */
	pointClasses: {
		first: (to: string) => `Dưới ${to} điểm phần trăm`,
		between: (from: string, to: string) => `Từ ${from} đến dưới ${to} điểm phần trăm`,
		top: (from: string) => `Từ ${from} điểm phần trăm trở lên`,
	},
	householdClasses: {
		first: () => 'Chưa kiểm tra hộ nào',
		between: (from: string, to: string) => `Từ ${from} đến dưới ${to} hộ`,
		top: (from: string) => `Từ ${from} hộ trở lên`,
	},
	/** What the colours stand for, and what is said of it. */
	colouring: {
		options: {
			level: 'Tỷ lệ hộ',
			growth1: 'Mức tăng 1 tháng',
			growth3: 'Mức tăng 3 tháng',
			growth12: 'Mức tăng 12 tháng',
			distance: 'So với chỉ tiêu năm',
			punctuality: 'Báo cáo đúng hạn',
			checked: 'Kiểm tra ngẫu nhiên',
		},
		columns: {
			growth1: 'So với tháng trước, điểm phần trăm',
			growth3: 'So với 3 tháng trước, điểm phần trăm',
			growth12: 'So với 12 tháng trước, điểm phần trăm',
			distance: 'So với chỉ tiêu năm, điểm phần trăm',
			punctuality: 'Báo cáo đúng hạn, %',
			checked: 'Hộ được kiểm tra ngẫu nhiên trong 12 tháng',
		},
		legend: (column: string, measure: string) => `${measure}: ${column}; cột: số xã, phường`,
		legendPunctuality: 'Báo cáo của xã và các thôn nộp đúng hạn, %; cột: số xã, phường',
		legendChecked: 'Hộ được đến kiểm tra ngẫu nhiên trong 12 tháng; cột: số xã, phường',
		unchecked: 'chưa được kiểm tra ngẫu nhiên trong 12 tháng',
		checked: (households: string) => `${households} hộ được đến kiểm tra ngẫu nhiên trong 12 tháng`,
		reached: 'Đạt chỉ tiêu',
		allInTime: 'Tất cả đúng hạn',
		inTime: (share: string) => `${share} báo cáo của xã và các thôn nộp đúng hạn`,
		short: (points: string) => `còn thiếu ${points} điểm phần trăm so với chỉ tiêu năm`,
		beyond: (points: string) => `đạt chỉ tiêu năm, cao hơn ${points} điểm phần trăm`,
		grown: (points: string, months: string) =>
			`${points} điểm phần trăm so với ${months} tháng trước`,
	},
	/** How values become colours, for analysts. */
	classing: {
		title: 'Phân tích',
		label: 'Cách chia màu',
		options: {
			fixed: 'Bậc cố định',
			quantiles: 'Phân vị',
			continuous: 'Liên tục',
			bivariate: 'Hai chiều: tỷ lệ × mức tăng',
		},
		notes: {
			quantiles:
				'Lưu ý: mỗi màu có số xã gần bằng nhau, nên màu phụ thuộc vào tháng, kỹ năng và nơi đang xem. Đừng so màu với bản đồ khác.',
			continuous:
				'Lưu ý: màu chạy từ số thấp nhất đến số cao nhất đang xem, nên phụ thuộc vào tháng, kỹ năng và nơi đang xem. Đừng so màu với bản đồ khác.',
			bivariate:
				'Càng xanh, tỷ lệ càng cao; càng vàng, tăng càng nhanh. Ngưỡng cố định cho mọi tháng và mọi nơi.',
		},
		/** Classes beside a picture of them. */
		axis: {
			first: (to: string) => `Dưới ${to}`,
			between: (from: string, to: string) => `${from} – ${to}`,
			top: (from: string) => `Từ ${from}`,
		},
		shown: { quantiles: 'chia theo phân vị', continuous: 'màu liên tục' },
		same: 'Tất cả bằng nhau',
		both: (growth: string) => `tỷ lệ hộ và ${growth}`,
		growth: (growth: string) => `${growth}, điểm phần trăm`,
		cell: (share: string, growth: string) =>
			`Tỷ lệ ${share.toLowerCase()}; mức tăng ${growth.toLowerCase()} điểm phần trăm`,
		legend: (ability: string) => `Hộ có người ${ability}: tỷ lệ và mức tăng; số xã, phường`,
	},
	states: {
		zero: '0%: chưa hộ nào',
		hidden: 'Quá ít hộ để công bố',
		insufficient: 'Chưa đủ số liệu',
		waiting: 'Đã nộp, chờ duyệt',
		late: 'Nộp muộn, chờ duyệt',
		none: 'Chưa báo cáo',
		missing: 'Quá hạn chưa nộp',
		incomparable: 'Chưa so được',
		notRequired: 'Không phải báo cáo',
	},
	/** Of a share whose interval of 95% is wider than 20 points. */
	uncertain: 'Ít hộ: vài hộ cũng làm tỷ lệ đổi nhiều',
	keyboardHelp:
		'Dùng các phím mũi tên hoặc gõ tên để đi qua các xã, phường; Enter để mở trang của xã.',
	keyboardHelpGroups:
		'Dùng các phím mũi tên hoặc gõ tên để đi qua các tỉnh, thành phố; Enter để vào các xã, phường của tỉnh, Esc để trở ra, Shift + Enter để mở bản đồ của tỉnh.',
	zoomIn: 'Phóng to',
	zoomOut: 'Thu nhỏ',
	zoomReset: 'Xem toàn bản đồ',
	gestures: {
		wheel: 'Giữ phím Ctrl và lăn chuột để phóng to',
		wheelMac: 'Giữ phím ⌘ và cuộn để phóng to',
		fingers: 'Dùng hai ngón tay để di chuyển bản đồ',
	},
	openPage: 'Mở trang của xã',
	openProvince: 'Mở bản đồ của tỉnh',
	againstPlace: (place: string, share: string) => `${place}: ${share}`,
	above: (points: string, place: string) =>
		`cao hơn mức chung của ${inSentence(place)} ${points} điểm phần trăm`,
	below: (points: string, place: string) =>
		`thấp hơn mức chung của ${inSentence(place)} ${points} điểm phần trăm`,
	same: (place: string) => `bằng mức chung của ${inSentence(place)}`,
	rank: (rank: string, of: string) => `hạng ${rank}/${of}`,
	receivedOn: (date: string) => `Nhận báo cáo ${date}`,
	approvedOn: (date: string) => `duyệt ${date}`,
	communesIn: (received: string, required: string) =>
		`${received}/${required} xã, phường đã báo cáo`,
	provinces: 'Các tỉnh, thành phố',
	columnProvince: 'Tỉnh, thành phố',
	columnCommunes: 'Xã, phường đã báo cáo',
	wholeOf: (place: string) => `Bản đồ ${inSentence(place)}`,
	table: 'Bảng số liệu các xã, phường',
	tableOfProvince:
		'Số liệu từng xã, phường nằm ở trang của tỉnh, thành phố: chọn trên bản đồ hoặc trong bảng trên.',
	tableSearch: 'Tìm trong bảng',
	tableFound: (count: string, all: string) => `${count} trên ${all} xã, phường`,
	columnUnit: 'Xã, phường',
	columnGrowth: 'So với tháng trước, điểm phần trăm',
	columnReported: 'Hộ đã rà soát, %',
	columnReceived: 'Nhận báo cáo',
	columnState: 'Tình trạng',
	columnRank: 'Hạng',
	sortBy: (column: string) => `Xếp theo: ${column}`,
	empty: {
		noUnitsTitle: 'Chưa có đơn vị hành chính',
		noUnitsText:
			'Hệ thống vừa được cài đặt. Người quản trị nạp danh mục đơn vị, ranh giới và số hộ bằng ba lệnh sau, rồi tải lại trang này:',
		noBoundaries: 'Chưa có ranh giới nên chưa vẽ được bản đồ. Số liệu có trong bảng bên dưới.',
		noCommunes: (month: string) => `Chưa có xã, phường nào trong ${month}.`,
	},
	stale: (time: string) =>
		`Đang hiện số liệu nhận lúc ${time}. Màn hình tự cập nhật khi có mạng trở lại.`,
};
