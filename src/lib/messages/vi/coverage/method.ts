export const method = {
	title: 'Phương pháp',
	lead: 'Các con số trên trang này được đếm ra sao, khi nào được công bố, và khi nào thì không.',
	contents: 'Trong trang này',
	about: {
		coverage: 'Đếm hộ nào, chia cho hộ nào, tháng nào.',
		enough: 'Vì sao có nơi chưa nêu tỷ lệ.',
		legend: 'Đọc thang màu và hoa văn.',
		deadlines: 'Cấp nào nộp trước ngày nào.',
		approval: 'Khi nào một con số được công bố, khi sai thì sửa thế nào.',
		privacy: 'Vì sao có số ghi “< 5”, và quy tắc đằng sau.',
		mergers: 'Khi xã nhập, tách hoặc đổi mã.',
		awards: 'Tiêu chí và số liệu của từng đợt thi đua.',
		catalogue: 'Mỗi chỉ số nghĩa là gì, lấy từ văn bản nào.',
	},

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
			'Bên cạnh mỗi tỷ lệ luôn có phần đã rà soát: số hộ đã rà soát chia cho tổng số hộ theo danh sách, kèm năm và nguồn của danh sách.',
			`Khi phần đã rà soát dưới ${least}, trang ghi “Chưa đủ số liệu”, không nêu tỷ lệ và không xếp hạng. Đơn vị chưa báo cáo là chưa báo cáo, không bị coi là 0.`,
		],
	},
	legend: {
		title: 'Màu và ký hiệu trên bản đồ',
		text: 'Thang màu đi từ ít đến nhiều; hai mức cuối hẹp hơn để thấy rõ chặng cuối. Những trạng thái không phải là một tỷ lệ thì dùng hoa văn, không chỉ dùng màu. Tỷ lệ được làm tròn đến một chữ số, nhưng không bao giờ lên mức mà nó chưa đạt: 79,96% được ghi là 79,9%. Nét gạch mảnh trên màu nghĩa là ít hộ: khoảng tin cậy 95% của tỷ lệ rộng hơn 20 điểm phần trăm, vài hộ cũng làm mức thay đổi.',
		firstRange: (to: string) => `trên 0% đến dưới ${to}`,
		range: (from: string, to: string) => `từ ${from} đến dưới ${to}`,
		topRange: (from: string) => `từ ${from} trở lên`,
		states: {
			zero: '0%: đã rà soát và chưa hộ nào có người biết đủ',
			hidden: 'Số được giữ kín vì quá nhỏ, kể cả mức',
			insufficient: 'Chưa đủ số liệu',
			waiting: 'Đã nhận đúng hạn, đang chờ duyệt',
			late: 'Nhận muộn, đang chờ duyệt',
			none: 'Chưa có báo cáo, chưa đến hạn',
			missing: 'Quá hạn mà chưa có báo cáo',
			incomparable: 'Chưa so được: không có số liệu của tháng trước đó, hoặc chưa có chỉ tiêu',
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
		paragraphs: ({
			smallest,
			range,
			word,
			cover,
		}: Record<'smallest' | 'range' | 'word' | 'cover', string>) => [
			`Một vài hộ biết, ít hơn ${smallest}, có thể chỉ ra một gia đình cụ thể; một vài hộ chưa biết, ít hơn ${smallest}, cũng vậy. Những số ấy được giữ kín và chỉ ghi “< ${smallest}”. Ký hiệu này dùng cho mọi số được giữ kín, kể cả những số được giữ kín để che cho số khác.`,
			'Giấu một con số là chưa đủ nếu có thể tính lại nó: lấy tổng của xã trừ đi các thôn khác, so với số hộ, so với các kỹ năng khác (hộ biết đủ năm ≤ hộ biết từng kỹ năng ≤ số hộ; hộ biết đủ năm + hộ được hỗ trợ ≤ số hộ), hoặc so tổng trước và sau một lần duyệt. Vì vậy quy tắc xét tất cả những gì đã từng công khai.',
			`Quy tắc: với mỗi số được giữ kín, số lớn nhất còn có thể − số nhỏ nhất còn có thể ≥ ${range}; nơi có ít hơn ${range} hộ thì mọi số từ 0 đến số hộ đều còn có thể. Với ai hiểu “< ${smallest}” đúng theo chữ, vẫn còn ít nhất ${word} số có thể, hoặc tất cả ở nơi có quá ít hộ.`,
			'Để giữ được như thế, số được giữ kín chỉ vào các tổng theo nhóm: một tổng có cả nhóm hoặc không có số nào của nhóm. Nếu một số trong nhóm lớn lên và các số khác trong nhóm nhỏ đi đúng bấy nhiêu thì không tổng nào đổi, trước hay sau. Một số x vì thế có thể là bất cứ số nào từ x − min(phần x giảm được, phần các số khác tăng được) đến x + min(phần x tăng được, phần các số khác giảm được).',
			`Chưa có nhóm đủ rộng thì số ấy chờ: các tổng chưa tính nó, cũng chưa tính số hộ của nơi đó cho chỉ số ấy, cho đến khi có thêm đơn vị được duyệt. Để che chỉ dùng số chưa từng hiện, của nơi có nhiều nhất ${cover} hộ, nơi nhỏ trước. Tổng của xã và tỉnh vẫn hiện; chỉ khi phần đã tính là 0 hoặc là tất cả mà còn số đang chờ thì tổng mới được giữ kín.`,
			'Bản đính chính chưa được công bố chừng nào mức chênh so với bản cũ còn thu hẹp khoảng của một số được giữ kín. Báo cáo của chính xã chỉ thay cho tổng các thôn ở những chỉ số mà phần chênh không để lộ thôn nào.',
			'Số của các tháng không ràng buộc nhau: số tháng sau được phép giảm nếu báo cáo nêu lý do, nên tháng trước và tháng sau không thu hẹp khoảng ấy.',
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
