import { inSentence } from '../in-sentence';
export const ranking = {
	title: 'Xếp hạng',
	titleOf: { commune: 'Xếp hạng xã, phường', village: 'Xếp hạng tổ công nghệ số' },
	lead: 'Tỷ lệ hộ có ít nhất một người biết đủ năm kỹ năng số, mức tăng và việc nộp báo cáo đúng hạn.',
	referenceTitle: 'Danh sách tham khảo',
	reference:
		'Danh sách này chỉ sắp xếp số liệu đã báo cáo; không phải quyết định, cũng không phải kết quả thi đua.',
	levels: { label: 'Cấp', commune: 'Xã, phường', village: 'Tổ công nghệ số' },
	basis: { label: 'Số liệu', approved: 'Đã duyệt', provisional: 'Tạm tính' },
	basisLong: {
		approved: 'Số liệu đã duyệt',
		provisional: 'Số liệu tạm tính, gồm cả báo cáo chưa duyệt',
	},
	provisionalNote: 'Số tạm tính gồm cả báo cáo chưa được duyệt, nên còn có thể thay đổi.',
	provisionalOwnOnly: 'Bạn xem được số tạm tính của đơn vị mình; các đơn vị khác là số đã duyệt.',
	month: 'Tháng',
	notDue: (month: string) => `${month} (chưa đến hạn)`,
	search: 'Tìm theo tên',
	searchHint: 'Không cần gõ dấu',
	sortLabel: 'Sắp xếp theo',
	apply: 'Xem',
	clear: 'Bỏ tìm kiếm',
	print: 'In',
	caption: {
		commune: (province: string, month: string) =>
			`Xếp hạng các xã, phường của ${inSentence(province)}, ${month}`,
		village: (province: string, month: string) =>
			`Xếp hạng các tổ công nghệ số của ${inSentence(province)}, ${month}`,
	},
	columns: {
		place: 'Hạng',
		commune: 'Xã, phường',
		village: 'Thôn, tổ dân phố',
		households: 'Số hộ',
		coverage: 'Độ phủ',
		monthGrowth: 'Tăng 1 tháng',
		yearGrowth: 'Tăng 12 tháng',
		trend: 'Xu hướng',
		punctuality: 'Đúng hạn',
		notes: 'Lưu ý',
	},
	/** What a column counts, in small letters under its name. */
	details: {
		households: 'theo danh sách',
		coverage: 'đủ 5 kỹ năng, %',
		monthGrowth: 'điểm phần trăm',
		yearGrowth: 'điểm phần trăm',
		trend: '24 tháng',
		punctuality: 'trong 12 kỳ',
	},
	/** What places are given by. */
	placeBy: {
		coverage: 'theo độ phủ',
		monthGrowth: 'theo mức tăng tháng',
		yearGrowth: 'theo mức tăng 12 tháng',
		punctuality: 'theo đúng hạn',
	},
	sharedPlace: (place: string) => `đồng hạng ${place}`,
	otherBasis: {
		approved: (share: string) => `đã duyệt ${share}`,
		provisional: (share: string) => `tạm tính ${share}`,
	},
	punctuality: (onTime: string, due: string) => `${onTime}/${due}`,
	onTime: (punctuality: string) => `đúng hạn ${punctuality}`,
	punctualityLong: (onTime: string, due: string) =>
		`${onTime} trong ${due} kỳ báo cáo đúng hạn, 12 tháng gần nhất`,
	trend: (first: string, last: string) => `24 tháng: từ ${first} đến ${last}`,
	inMonth: (points: string) => `1 tháng ${points} điểm phần trăm`,
	notComparable: 'không so được',
	unknown: 'chưa rõ',
	reasons: {
		none: 'Chưa có số liệu',
		insufficient: 'Chưa đủ số liệu',
		registerUnknown: 'Chưa rõ tổng số hộ',
		aboveRegister: 'Số hộ vượt danh sách, chưa được giải trình',
		hidden: 'Số nhỏ được ẩn (< 5)',
		notComparable: 'Không có số liệu để so sánh',
		nothingDue: 'Chưa có kỳ nào đến hạn',
	},
	reportedShare: (share: string) => `mới rà soát ${share} số hộ`,
	notes: { late: 'Báo cáo muộn', missing: 'Chưa nộp báo cáo', movedPage: 'Đã sang trang khác' },
	rankedCount: (ranked: string, all: string, by: string) =>
		`${ranked} trong ${all} đơn vị được xếp hạng ${by}`,
	foundCount: (found: string) => `Tìm thấy ${found} đơn vị`,
	unranked: (count: string) => `Chưa xếp hạng: ${count} đơn vị`,
	onlyInReach: 'Thứ hạng tính trên các đơn vị mà bạn được xem số liệu.',
	orderChanged: 'Số liệu vừa thay đổi, thứ tự đã được cập nhật.',
	orderWaiting: 'Thứ tự vừa thay đổi; danh sách sẽ sắp xếp lại khi bạn rời khỏi bảng.',
	pages: {
		label: 'Trang của bảng xếp hạng',
		previous: 'Trang trước',
		next: 'Trang sau',
		position: (page: string, pages: string) => `Trang ${page} trong ${pages}`,
	},
	empty: {
		noUnits: 'Chưa có đơn vị nào',
		noUnitsText: 'Hãy nhập danh mục đơn vị hành chính trước, rồi danh sách sẽ hiện ở đây.',
		noTeams: 'Chưa có tổ công nghệ số nào trong tháng này',
		noReports: {
			approved: 'Tháng này chưa có số liệu đã duyệt nào đủ để xếp hạng',
			provisional: 'Tháng này chưa có báo cáo nào đủ để xếp hạng',
		},
		noReportsText: 'Các đơn vị được liệt kê bên dưới, chưa xếp hạng.',
		notFound: (words: string) => `Không có đơn vị nào tên là “${words}”`,
	},
	/** How the list is made, at its foot. */
	method: {
		title: 'Cách xếp hạng',
		items: [
			'Độ phủ là số hộ có một người biết đủ cả năm kỹ năng, chia cho số hộ đã rà soát.',
			'Mức tăng tính bằng điểm phần trăm, chỉ so các đơn vị có số liệu ở cả hai tháng.',
			'Đúng hạn là số kỳ nộp trước hạn trên số kỳ phải nộp, trong 12 tháng gần nhất đã qua hạn.',
			'Đơn vị bằng nhau thì đồng hạng. Đơn vị mới rà soát dưới một nửa số hộ thì chưa xếp hạng.',
			'Đơn vị báo cáo số hộ vượt danh sách quá mức cho phép thì chưa xếp hạng, đến khi cấp trên giải trình.',
		],
	},
};
