export const method = {
	title: 'Phương pháp',
	lead: 'Các con số trên trang này được đếm ra sao, khi nào được công bố, và khi nào thì không.',
	contents: 'Trong trang này',

	coverage: {
		title: 'Độ phủ được tính thế nào',
		paragraphs: [
			'Đơn vị đếm là hộ gia đình. Một hộ được tính là đủ năm kỹ năng khi trong nhà có cùng một người biết dùng cả năm: dịch vụ công trực tuyến, mua sắm trực tuyến, thanh toán trực tuyến, tự bảo vệ trên mạng và một nền tảng số do địa phương chọn. Với từng kỹ năng riêng, mỗi kỹ năng có thể do một người khác nhau trong nhà.',
			'Tỷ lệ là tổng số hộ biết chia cho tổng số hộ, chỉ lấy những nơi có cả hai con số. Số hộ để trống nghĩa là chưa biết, không phải là 0.',
			'Số liệu của tháng nào lấy từ báo cáo của tháng đó. Nếu xã nộp báo cáo của chính mình, báo cáo ấy thay cho tổng của các thôn; không bao giờ cộng cả hai.',
			'Hộ được hỗ trợ là hộ chưa ai tự làm được và có một thành viên của tổ nhận giúp. Hộ này được đếm riêng, không tính là hộ có kỹ năng.',
			'Mức tăng so với tháng trước chỉ so những đơn vị có số liệu ở cả hai tháng.',
		],
	},
	enough: {
		title: 'Khi nào thì đủ số liệu',
		paragraphs: (least: string) => [
			'Bên cạnh mỗi tỷ lệ luôn có phần đã báo cáo: số hộ đã báo cáo chia cho tổng số hộ trên sổ bộ, kèm năm và nguồn của sổ bộ.',
			`Khi phần đã báo cáo dưới ${least}, trang ghi “Chưa đủ số liệu”, không nêu tỷ lệ và không xếp hạng. Đơn vị chưa báo cáo là chưa báo cáo, không bị coi là 0.`,
		],
	},
	legend: {
		title: 'Màu và ký hiệu trên bản đồ',
		text: 'Thang màu đi từ ít đến nhiều; hai mức cuối hẹp hơn để thấy rõ chặng cuối. Những trạng thái không phải là một tỷ lệ thì dùng hoa văn, không chỉ dùng màu.',
		firstRange: (to: string) => `trên 0% đến dưới ${to}`,
		range: (from: string, to: string) => `từ ${from} đến dưới ${to}`,
		topRange: (from: string) => `từ ${from} trở lên`,
		states: {
			zero: 'Đã báo cáo và chưa có hộ nào biết đủ',
			hidden: 'Số được giữ kín vì quá nhỏ, kể cả mức',
			insufficient: 'Chưa đủ số liệu',
			waiting: 'Đã nhận đúng hạn, đang chờ duyệt',
			late: 'Nhận muộn, đang chờ duyệt',
			none: 'Chưa có báo cáo, chưa đến hạn',
			missing: 'Quá hạn mà chưa có báo cáo',
			notRequired: 'Không phải báo cáo: đơn vị chưa lập hoặc đã kết thúc',
		},
	},
	deadlines: {
		title: 'Hạn nộp',
		text: 'Đúng hạn là máy chủ nhận được trước 0 giờ của ngày ghi dưới đây, giờ Việt Nam. Đồng hồ của thiết bị được ghi lại nhưng không dùng để xét. Cấp dưới nộp sớm hơn để cấp trên kịp tổng hợp.',
		grace: (days: number) =>
			`Báo cáo nộp đúng hạn rồi bị trả lại vẫn là đúng hạn nếu được nộp lại trong ${days} ngày.`,
		level: 'Cấp',
		levels: {
			village: 'Thôn, tổ dân phố',
			commune: 'Xã, phường, đặc khu',
			district: 'Huyện (đến 30/6/2025)',
			province: 'Tỉnh, thành phố',
		},
		kinds: { month: 'Báo cáo tháng', quarter: 'Báo cáo quý' },
		before: (day: string) => `trước ngày ${day}`,
		beforeInLastMonth: (day: string) => `trước ngày ${day} của tháng cuối quý`,
		end: { month: 'trong tháng', quarter: 'trong quý' },
	},
	approval: {
		title: 'Tạm tính và đã duyệt',
		paragraphs: [
			'Báo cáo vừa nộp là tạm tính: chỉ người làm việc trong hệ thống thấy. Người nhập không tự duyệt. Trang công khai chỉ dùng bản mới nhất đã được duyệt và ghi rõ thời điểm duyệt.',
			'Báo cáo sai thì bị trả lại kèm lý do, hoặc được đính chính bằng một bản mới. Bản cũ vẫn được giữ để đối chiếu.',
		],
	},
	privacy: {
		title: 'Số nhỏ được giữ kín',
		paragraphs: (smallest: string) => [
			`Số hộ nhỏ hơn ${smallest} có thể chỉ ra một gia đình cụ thể, nên chỉ ghi “< ${smallest}”. Số hộ chưa biết mà nhỏ hơn ${smallest} cũng vậy.`,
			'Nếu chỉ giấu một con số thì có thể lấy tổng trừ đi mà ra. Vì thế con số của đơn vị nhỏ nhất bên cạnh cũng được giữ kín theo, cùng với tỷ lệ của nó.',
			'Tên, số điện thoại và ghi chú của người dân hay thành viên tổ không bao giờ có trên trang công khai.',
		],
	},
	mergers: {
		title: 'Sáp nhập và số ước tính',
		paragraphs: [
			'Đơn vị hành chính thay đổi theo thời gian, và mã của đơn vị cũ có thể được cấp cho đơn vị mới. Mỗi đơn vị giữ lịch sử riêng; trang của đơn vị cũ vẫn mở được và chỉ sang đơn vị nay bao gồm nó.',
			'Khi một đơn vị bị chia cho nhiều đơn vị mới, số đếm chỉ được chia theo tỷ lệ đã công bố. Phần lẻ được xử lý sao cho tổng không đổi, và kết quả được ghi là “ước tính”. Chưa có tỷ lệ thì không chia, và trang nói rõ điều đó.',
		],
	},
	catalogue: {
		title: 'Danh mục chỉ số',
		text: 'Đơn vị tính là một phần của chỉ số: người, lượt và hộ không cộng với nhau. Tỷ lệ luôn được tính từ hai số đếm, không ai nhập tỷ lệ. Số có thể kèm “hơn” hoặc “khoảng” như trong báo cáo gốc.',
		cumulative: 'Số cộng dồn: nếu giảm thì báo cáo phải nêu lý do.',
		documents: 'Nguồn là các văn bản sau; số ở cột nguồn là số thứ tự và mục trong văn bản.',
		documentList: [
			['000', 'Báo cáo của một xã thuộc huyện Kim Thành, Hải Dương, 2022'],
			['001', 'Kế hoạch của huyện Tứ Kỳ, Hải Dương, 2022'],
			['002', 'Hướng dẫn của Sở Thông tin và Truyền thông Thanh Hóa, tháng 3/2022'],
			['003', 'Báo cáo sơ kết của huyện Tuy Phước, Bình Định, 2022 – 2024'],
			['004', 'Chỉ thị của Chủ tịch Ủy ban nhân dân tỉnh Bắc Giang, 2023'],
		],
	},
};
