import { inSentence } from '../in-sentence';

interface CitedEdition {
	place: string;
	month: string;
	number: string;
	approved: string;
}

/** The page of open data. */
export const openData = {
	title: 'Dữ liệu mở',
	lead: 'Mọi số liệu đã duyệt của từng xã, từng tháng, để tải về, kiểm lại và trích dẫn.',
	latest: 'Tháng mới nhất',
	latestNote:
		'Các địa chỉ này luôn dẫn tới bản mới nhất. Muốn trích dẫn, hãy dùng địa chỉ có số thay đổi ở bảng dưới: tệp ở đó không bao giờ đổi.',
	formats: {
		csv: 'CSV',
		json: 'JSON',
		geojson: 'GeoJSON, có ranh giới xã',
		xlsx: 'Excel (XLSX)',
	},
	months: 'Từng tháng',
	monthsNote:
		'Mỗi lần duyệt hay đính chính tạo ra một bản mới. Các bản trước vẫn ở nguyên địa chỉ của chúng; bản buộc phải gỡ thì ghi ngày gỡ và lý do.',
	none: 'Chưa có số liệu nào được duyệt.',
	columns: { month: 'Tháng', number: 'Số thay đổi', approved: 'Duyệt gần nhất', files: 'Tải về' },
	edition: (number: string) => `Bản số ${number}`,
	former: (count: string, month: string) => `và ${count} bản trước của ${month}`,
	at: (time: string, date: string) => `${time} ngày ${date}`,
	file: (name: string, month: string) => `${name} của ${month}`,
	editionsOf: (month: string) => `Các bản số liệu của ${month}`,
	editionsLead:
		'Bản mới nhất ở trên. Mỗi bản giữ đúng những gì đã công bố lúc đó; xã chưa có số được duyệt thì chưa có dòng.',
	reading: {
		title: 'Đọc tệp thế nào',
		paragraphs: [
			'Mỗi dòng là một xã, phường trong một tháng. Chữ “c” là số được giữ kín vì có thể chỉ ra một gia đình; dấu “:” là chưa biết hoặc chưa báo cáo. Cả hai đều không phải là 0.',
			'Xã chưa có số được duyệt thì chưa có dòng. Đừng cộng các dòng để có số của tỉnh khi còn chữ “c”.',
			'Tệp JSON, GeoJSON và Excel tự ghi tháng, thời điểm duyệt, số thay đổi, số dòng và mã kiểm của các dòng. Tệp CSV chỉ có các dòng; tệp SHA256SUMS bên cạnh ghi những điều ấy thay nó, cùng mã kiểm SHA-256 của từng tệp: giữ nguyên tên tệp đã tải rồi chạy “sha256sum --check --ignore-missing”. datapackage.json ghi thêm ý nghĩa từng cột theo chuẩn Frictionless. Ranh giới trong GeoJSON là bản vẽ hiện có, được đơn giản hóa.',
			'Mọi bản cũ được dựng lại từ bản lưu những gì đã công bố, không từ số liệu hiện tại, nên bao giờ cũng giống nhau.',
		],
	},
	api: 'Giao diện cho chương trình (OpenAPI)',
	corrections: 'Những số đã đính chính',
	indicators: 'Từng chỉ số nghĩa là gì',
	licence: {
		title: 'Giấy phép',
		text: 'Được dùng, sao chép, sửa đổi, kể cả cho mục đích thương mại, miễn là ghi nguồn: tên trang, tháng, số thay đổi và ngày tải.',
	},
	citation: {
		title: 'Ghi nguồn',
		lead: 'Chép nguyên văn câu dưới đây và thêm ngày tải: địa chỉ ấy mãi dẫn tới đúng những số đã dùng.',
		text: ({ place, month, number, approved }: CitedEdition) =>
			`Nhịp Số, ${inSentence(place)}: số liệu kỹ năng số ${month}, số thay đổi ${number}, duyệt lúc ${approved}.`,
	},
	dictionary: 'Từ điển dữ liệu',
	types: {
		string: 'chữ',
		integer: 'số nguyên',
		number: 'số thập phân',
		date: 'ngày',
		datetime: 'thời điểm',
		yearmonth: 'tháng',
		boolean: 'đúng hoặc sai',
	},
};
