/** How places are drawn: counts, and shares as they are read. */
export interface ExplainedDraws {
	draws: string;
	top: string;
	weights: string;
	goalposts: string;
	confidence: string;
}

export const awardShortlist = {
	title: 'Danh sách tham khảo',
	lead: 'Xếp theo tiêu chí có hiệu lực, từ số liệu đã duyệt, và cho biết thứ hạng chắc đến đâu. Danh sách để tham khảo: con người quyết định.',
	noCriteria:
		'Hạng mục này chưa có bản tiêu chí nào có hiệu lực. Khi chưa có, không ai thấy đơn vị nào đứng ở đâu.',
	noCategory:
		'Mùa này không có hạng mục tập thể: cá nhân được so sánh bằng minh chứng, không chấm điểm.',
	noBoard: 'Bản tiêu chí không tính gì cho bảng này.',
	frozen: (date: string) =>
		`Danh sách này theo số liệu và tiêu chí đã khóa ngày ${date}: đính chính duyệt sau đó không làm thay đổi điểm và hạng.`,
	toFreeze: 'Xem bản đã khóa và các đính chính sau đó',
	category: 'Hạng mục',
	board: 'Bảng',
	boards: { level: 'Mức đạt được', growth: 'Mức tiến bộ' },
	band: 'Nhóm',
	allBands: 'Tất cả các nhóm',
	bandOf: (band: string) => `Nhóm ${band}`,
	search: 'Tìm theo tên',
	apply: 'Xem',
	found: (found: string, placed: string) => `${found} trong ${placed} đơn vị có hạng`,
	peersOf: (name: string) => `${name} và những đơn vị tương đồng nhất về số hộ, loại đơn vị`,
	allUnits: 'Xem tất cả',
	caption: (category: string, board: string) => `${category}: ${board}`,
	print: {
		whole: (found: string) => `Xem cả ${found} đơn vị trên một trang, để in`,
		inPages: 'Chia thành từng trang',
		search: (text: string) => `tên có “${text}”`,
	},
	columns: {
		place: 'Hạng',
		name: 'Đơn vị',
		households: 'Số hộ',
		trend: 'Diễn biến',
		score: 'Điểm',
		band: 'Nhóm',
		set: 'Khoảng hạng',
		top: 'Vào tốp đầu',
		steps: 'Để lên nhóm trên',
	},
	sortBy: (column: string) => `Xếp theo: ${column}`,
	shared: 'đồng hạng',
	unknown: 'chưa rõ',
	range: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
	spread: {
		method: (range: string) => `do cách tính: ${range}`,
		sampling: (range: string) => `do mẫu kiểm tra: ${range}`,
		both: (range: string) => `cả hai: ${range}`,
		check: (place: string) => `trung bình cộng: hạng ${place}`,
	},
	step: (criterion: string, from: string, to: string) => `${criterion}: ${from} → ${to}`,
	noStep: 'Không một tiêu chí nào đủ sức một mình.',
	firstBand: 'Đang ở nhóm đầu.',
	peers: 'Đơn vị tương đồng',
	small: {
		above: 'độ phủ cao hơn mức ngẫu nhiên',
		below: 'độ phủ thấp hơn mức ngẫu nhiên',
		within: '',
	},
	explain: ({ draws, top, weights, goalposts, confidence }: ExplainedDraws) =>
		`Tính ${draws} lần, mỗi lần đổi cách tính (trọng số ± ${weights}, mốc điểm ± ${goalposts}, hai cách lấy trung bình) và sai số của mẫu kiểm tra, cùng lúc cho mọi đơn vị. Khoảng hạng đúng cho cả bảng cùng lúc trong ${confidence} số lần; các đơn vị cùng nhóm chưa phân biệt được với đơn vị đầu nhóm. Tốp đầu: ${top} hạng.`,
	plot: 'Khoảng hạng của các đơn vị trong trang này',
	plotOf: (name: string, place: string, range: string) => `${name}: hạng ${place}, khoảng ${range}`,
	funnel: {
		title: 'Độ phủ và quy mô',
		lead: (all: string, inner: string, outer: string) =>
			`Đơn vị ít hộ dễ lệch nhiều vì ngẫu nhiên. Mức chung là ${all}; đường trong là giới hạn ${inner}, đường ngoài ${outer}.`,
		households: 'Số hộ',
		share: 'Độ phủ',
		standing: 'So với mức chung',
		standings: { within: 'trong giới hạn', above: 'cao hơn', below: 'thấp hơn' },
		table: 'Xem bảng số liệu',
	},
	apart: {
		title: (count: string) => `Không xếp hạng: ${count} đơn vị`,
		reasons: {
			incomplete: (share: string) => `mới đủ ${share} số liệu theo trọng số`,
			required: (share: string) => `thiếu tiêu chí bắt buộc (đủ ${share})`,
		},
		missing: (criteria: string) => `thiếu: ${criteria}`,
	},
	weights: {
		title: 'Trọng số danh nghĩa và ảnh hưởng thật',
		criterion: 'Tiêu chí',
		nominal: 'Trọng số',
		effective: 'Ảnh hưởng thật',
		note: 'Ảnh hưởng thật: phần chênh lệch điểm giữa các đơn vị mà tiêu chí tạo ra.',
		copy: (one: string, other: string, correlation: string) =>
			`“${one}” gần như lặp lại “${other}” (tương quan ${correlation}): cùng một điều đang được tính hai lần.`,
		opposite: (one: string, other: string, correlation: string) =>
			`“${one}” gần như luôn ngược chiều với “${other}” (tương quan ${correlation}): điểm được ở tiêu chí này thì mất ở tiêu chí kia.`,
	},
	pages: {
		label: 'Các trang',
		previous: 'Trước',
		next: 'Sau',
		of: (page: string, pages: string) => `Trang ${page} / ${pages}`,
	},
	peerGroups: {
		notYet:
			'Nhóm tương đồng của hạng mục này chưa được cố định. Cố định trước khi số liệu bắt đầu tính, theo số hộ, mật độ, loại đơn vị và địa bàn (miền núi, hải đảo).',
		tooLate:
			'Nhóm tương đồng không được cố định trước khi số liệu bắt đầu tính: nhóm dưới đây tính theo số liệu hiện có.',
		fix: 'Cố định nhóm tương đồng',
		fixed: 'Đã cố định nhóm tương đồng.',
		change: 'Sửa nhóm tương đồng của đơn vị này',
		changed: 'Đã sửa nhóm tương đồng; lý do được công khai.',
		keep: 'Giữ lại trong nhóm',
		add: 'Thêm vào nhóm',
		nobody: '(không thêm)',
		reason: 'Lý do',
		hint: 'Ai cũng đọc được lý do này trên trang công khai của mùa xét tặng.',
		save: 'Lưu nhóm',
		problems: {
			text: 'Hãy ghi lý do, ít nhất 5 ký tự.',
			tooLong: 'Quá dài.',
			peers: 'Nhóm cần từ 1 đến 30 đơn vị khác của hạng mục.',
			choose: 'Hãy chọn một mục trong danh sách.',
			other: 'Chưa đúng.',
		},
	},
};
