import type { ExplainedDraws } from './shortlist';

export const awardPublic = {
	lead: (unit: string, year: string) =>
		`${unit}, năm ${year}. Cách xét tặng, tiêu chí, lịch và kết quả, để ai cũng theo dõi và kiểm tra được.`,
	onMethod: {
		title: 'Thi đua, khen thưởng',
		lead: 'Tiêu chí của mỗi mùa xét tặng có hiệu lực trước khi số liệu bắt đầu được tính; mã băm của từng bản công bố ở đây ngay hôm đó.',
		none: 'Chưa có mùa xét tặng nào.',
	},
	counts: (from: string, until: string) => `Tính số liệu từ ${from} đến hết ${until}.`,
	categories: 'Hạng mục',
	quota: (count: string) => `tối đa ${count}`,
	method: {
		title: 'Cách tính',
		paragraphs: [
			'Bảng điểm chỉ là danh sách tham khảo: hội đồng xét từ bằng chứng, người có thẩm quyền quyết định.',
			'Mỗi tiêu chí được quy về thang điểm 1–100 theo hai mốc định trước: đạt mốc dưới được 1 điểm, đạt mốc trên được 100 điểm, ở giữa thì chia đều. Mốc là giá trị cố định, không phụ thuộc đơn vị khác.',
			'Điểm chung là trung bình nhân có trọng số: yếu hẳn ở một tiêu chí thì không thể bù hết bằng tiêu chí khác.',
			'Thiếu số liệu thì không đoán thay: tiêu chí đó bị bỏ qua, và đơn vị có quá ít số liệu được nêu riêng, không xếp.',
			'Tỷ lệ đúng khi kiểm tra ngẫu nhiên được tính theo bậc: từ 7 hộ là một phần tư, từ 3 hộ là một nửa, từ 20 hộ trở lên thì mịn hơn; lấy đầu trên của bậc, nên không ai thiệt vì được đến thăm. Dưới 3 hộ thì chưa tính. Số buổi hoạt động trên 100 hộ làm tròn đến 0,5; nơi có buổi được kiểm tra ngẫu nhiên thì nhân với tỷ lệ buổi đã diễn ra như nhật ký ghi, cũng theo bậc ấy.',
			'Cá nhân không chấm điểm bằng công thức: so sánh bằng minh chứng.',
		],
		draws: ({ draws, weights, goalposts, confidence }: Omit<ExplainedDraws, 'top'>) =>
			`Thứ hạng được tính lại ${draws} lần, mỗi lần trọng số thay đổi tới ± ${weights}, mốc tới ± ${goalposts} khoảng cách giữa hai mốc, và lấy một trong hai trung bình; sai số của mẫu kiểm tra cũng được tính vào. Khoảng hạng đúng cho cả bảng cùng lúc trong ${confidence} số lần. Những đơn vị không phân biệt được với nhau thì ở cùng một nhóm.`,
		completeness: (share: string) => `Mức đầy đủ số liệu tối thiểu để được xếp: ${share}.`,
	},
	formulas: {
		title: 'Công thức',
		points: 'Điểm của tiêu chí i, với giá trị x, mốc dưới a và mốc trên b:',
		score: 'Điểm chung, với trọng số w:',
		check: 'Điểm đối chiếu, trung bình cộng:',
	},
	example: {
		title: 'Ví dụ tính bằng tay',
		lead: 'Một trong những đơn vị có nhiều số liệu nhất, không nêu tên; giá trị lấy từ số liệu thật, làm tròn bốn chữ số. Tiêu chí chưa có số liệu được bỏ qua.',
		value: 'Giá trị x',
		points: 'Điểm p',
		weight: 'Trọng số w',
		part: 'w × ln p',
		sum: 'Cộng',
		result: (sum: string, weights: string, score: string) =>
			`Điểm = e^(${sum} ÷ ${weights}) = ${score}`,
		none: 'Chưa có đơn vị nào có số liệu để làm ví dụ.',
	},
	criteria: {
		title: 'Tiêu chí và trọng số',
		none: 'Chưa có tiêu chí nào có hiệu lực.',
		replaced: (version: string, date: string, hash: string) =>
			`Bản ${version}, có hiệu lực từ ${date}, đã được thay. SHA-256: ${hash}`,
	},
	calendar: 'Lịch',
	freeze: {
		title: 'Số liệu đã khóa',
		notYet: (date: string) => `Số liệu sẽ khóa ngày ${date}.`,
		done: (date: string) =>
			`Số liệu đã khóa ngày ${date}. Tệp công bố không có tên đơn vị và không có dữ liệu cá nhân; ai đối chiếu với số liệu đã công bố vẫn có thể nhận ra nhiều đơn vị. Vì vậy tệp chỉ ghi kết quả kiểm tra ngẫu nhiên theo bậc; kết quả chính xác của từng đơn vị chỉ hội đồng thi đua được xem.`,
		early: (date: string) => `Khóa trước ngày theo lịch (${date}). Lý do:`,
		hash: 'Mã băm SHA-256',
		download: 'Tải tệp đã khóa (.json)',
		check: 'Tự kiểm tra bằng trình duyệt',
		late: (corrections: string, firsts: string) =>
			`Sau khi khóa có ${corrections} bản đính chính và ${firsts} báo cáo được duyệt lần đầu: ghi lại bên cạnh, không tính vào.`,
	},
	shortlist: {
		title: 'Danh sách trình xét',
		closed: 'Quy định của mùa này không công khai danh sách trước quyết định.',
		notYet: 'Chưa có danh sách.',
		individuals: (count: string) =>
			`${count} cá nhân: không nêu tên trước khi có quyết định khen thưởng.`,
	},
	result: {
		title: 'Kết quả',
		notYet: 'Chưa có quyết định khen thưởng.',
		decision: (number: string, date: string) => `Quyết định số ${number} ngày ${date}`,
	},
	peers: {
		title: 'Nhóm tương đồng',
		lead: 'Mỗi đơn vị được so với những nơi giống mình nhất ở những điều mình không chọn được: số hộ, mật độ, loại đơn vị và địa bàn (miền núi, hải đảo). Nhóm được cố định trước khi số liệu bắt đầu tính; mọi lần sửa đều có lý do.',
		none: 'Mùa này chưa cố định nhóm tương đồng.',
		fixed: (category: string, date: string, units: string) =>
			`${category}: cố định ngày ${date}, ${units} đơn vị.`,
		anchor: 'nhom',
		choose: 'Xem nhóm của xã, phường',
		nobody: 'Chọn xã, phường',
		show: 'Xem nhóm',
		caption: 'Nhóm tương đồng của xã, của tổ cấp xã và của các tổ ở thôn, tổ dân phố',
		unit: 'Đơn vị',
		category: 'Hạng mục',
		comparedWith: 'Được so với (giống nhất đứng trước)',
		noGroup: 'Xã, phường này không có nhóm trong mùa này.',
		changes: 'Các lần sửa',
		on: (date: string) => `ngày ${date}`,
		added: (names: string) => `Thêm: ${names}`,
		removed: (names: string) => `Bớt: ${names}`,
	},
	comments: {
		title: 'Góp ý',
		lead: (until: string) =>
			`Ai cũng góp ý được đến hết ngày ${until}. Góp ý thành kiến nghị, có người trả lời theo hạn.`,
		closed: (from: string, until: string) => `Thời gian góp ý: từ ${from} đến hết ${until}.`,
		text: 'Góp ý của ông, bà',
		hint: 'Không cần ghi tên. Xin đừng ghi số điện thoại, số giấy tờ của ai.',
		send: 'Gửi góp ý',
		sent: (number: string) => `Đã nhận góp ý, thành kiến nghị số ${number}.`,
		problems: {
			text: 'Hãy viết ít nhất 10 chữ.',
			tooLong: 'Dài quá, xin viết ngắn hơn.',
			tooMany: 'Nhiều góp ý quá trong một lúc; xin thử lại sau.',
			other: 'Chưa gửi được.',
		},
	},
	check: {
		title: 'Tự kiểm tra kết quả',
		lead: 'Trình duyệt của bạn tự tính lại mọi điểm và nhóm từ tệp đã công bố, không hỏi máy chủ, rồi so từng chữ số.',
		start: 'Kiểm tra',
		own: 'Hoặc chọn tệp đã tải về trước đây',
		loading: 'Đang tải tệp…',
		computing: 'Đang tính lại…',
		took: (seconds: string) => `Tính lại mất ${seconds} giây.`,
		allMatch: 'Khớp: mọi điểm và nhóm đúng như đã công bố.',
		mismatch: 'Không khớp.',
		failed: 'Không đọc được tệp này.',
		step: 'Phần được so',
		outcome: 'Kết quả',
		match: 'khớp',
		differs: 'không khớp',
		bytes: 'cùng giá trị nhưng ghi khác',
		where: (path: string, published: string, computed: string) =>
			`${path}: công bố ${published}, tính lại ${computed}`,
		whole: 'cả tệp',
		steps: {
			contentHash: 'Mã băm của số liệu',
			criteriaHash: 'Mã băm của tiêu chí, như đã công bố khi có hiệu lực',
			resultHash: 'Mã băm của kết quả',
			result: 'Từng điểm, hạng và nhóm',
		},
		how: {
			title: 'Trình duyệt tính lại như thế nào',
			lines: (draws: string) => [
				'Số liệu: tính SHA-256 của phần số liệu trong tệp rồi so với mã băm công bố ngày khóa. Sửa một chữ trong tệp là ra mã khác.',
				'Tiêu chí: mốc và trọng số trong tệp phải cho đúng mã băm đã công bố ngày tiêu chí có hiệu lực.',
				'Điểm: mỗi giá trị được quy về thang 1–100 theo hai mốc; điểm chung là trung bình nhân có trọng số. Đơn vị thiếu quá nhiều số liệu được để riêng.',
				`Khoảng hạng và nhóm: tính lại ${draws} lần từ hạt giống ghi trong tệp, mỗi lần đổi trọng số, mốc, cách lấy trung bình và sai số của mẫu kiểm tra. Cùng hạt giống thì lần nào cũng ra như nhau.`,
				'So sánh: kết quả tính được so với kết quả công bố từng chữ số; nếu khác, bảng nêu chỗ khác đầu tiên. Phép tính chỉ gồm cộng, trừ, nhân, chia, nên máy nào cũng ra cùng chữ số.',
			],
			end: 'Trong tệp, đơn vị mang số thay cho tên. Công thức đầy đủ và một ví dụ tính bằng tay có ở trang của mùa xét tặng.',
		},
		notFrozen: 'Số liệu của mùa chưa khóa, nên chưa có gì để kiểm tra.',
		noScript: 'Cần bật JavaScript để tính lại trong trình duyệt. Tệp vẫn tải về được.',
		back: 'Về trang của mùa xét tặng',
	},
};
