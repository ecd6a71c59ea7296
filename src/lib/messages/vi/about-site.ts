/** Pages about the site itself. */
export const aboutSite = {
	siteMap: {
		title: 'Bản đồ trang',
		lead: 'Mọi trang công khai, và trang riêng của từng đơn vị.',
		pages: 'Các trang chung',
		units: 'Trang của từng đơn vị',
	},
	accessibility: (day: string) => ({
		title: 'Khả năng tiếp cận',
		lead: 'Trang này được làm để ai cũng đọc được: trên điện thoại cũ, bằng bàn phím, bằng trình đọc màn hình, khi mạng chậm.',
		sections: [
			{
				title: 'Đã làm được',
				paragraphs: [
					'Mục tiêu là chuẩn WCAG 2.2 mức AA. Mọi trang đọc và tìm được khi không có JavaScript; bản đồ và biểu đồ đều có bảng số đi kèm; không có gì chỉ phân biệt bằng màu.',
					'Trên bản đồ, phím mũi tên đưa sang xã, phường bên cạnh theo hướng ấy; trình đọc màn hình đọc tên và số liệu của từng nơi.',
					'Trang dùng được từ màn hình rộng 320 điểm ảnh và khi phóng to đến 400%, ở nền sáng và nền tối, theo cài đặt về màu, độ tương phản và chuyển động của máy.',
				],
			},
			{
				title: 'Kiểm tra',
				paragraphs: [
					'Mỗi lần sửa phần mềm, mọi trang được kiểm tra tự động bằng axe và Lighthouse, bằng cả tiếng Việt và tiếng Anh, nền sáng và nền tối, trên điện thoại và máy tính.',
					`Lần gần nhất các trang được xem lại bằng mắt: ${day}.`,
				],
			},
			{
				title: 'Còn hạn chế',
				paragraphs: [
					'Khi không có JavaScript, bản đồ chỉ là hình vẽ; bảng số ngay bên cạnh có cùng nội dung.',
					'Chưa có người dùng trình đọc màn hình tiếng Việt nào thử toàn bộ trang và báo lại.',
				],
			},
			{
				title: 'Khi gặp trở ngại',
				paragraphs: [
					'Hãy báo cho cơ quan phụ trách, có tên ở cuối trang của xã, phường nơi bạn ở. Nói rõ trang nào, bạn dùng máy gì và vướng ở đâu.',
				],
			},
		],
	}),
	privacy: ({ accounts, members }: { accounts: number; members: number }) => ({
		title: 'Quyền riêng tư',
		lead: 'Trang công khai chỉ có số đếm đã duyệt. Xem trang thì không cần tài khoản và không để lại dấu vết.',
		sections: [
			{
				title: 'Người xem',
				paragraphs: [
					'Không có công cụ đo lường, không quảng cáo, không tải gì từ máy chủ khác. Người không đăng nhập không nhận cookie nào. “Xã của tôi” chỉ ở lại trong máy của bạn.',
					'Nhật ký của máy chủ chỉ ghi lỗi, không ghi địa chỉ mạng của người xem.',
				],
			},
			{
				title: 'Người đề nghị đính chính',
				paragraphs: [
					'Không cần nêu tên. Chỉ cơ quan xử lý đọc lời đã gửi; trang công khai chỉ có lời hỏi và lời đáp mà cơ quan ấy viết để công bố.',
					'Địa chỉ mạng chỉ được đếm trong mười phút, để không ai gửi dồn, và không được lưu.',
				],
			},
			{
				title: 'Các hộ gia đình',
				paragraphs: [
					'Báo cáo chỉ có số hộ, không có tên. Phiếu tích theo từng hộ ở lại trong máy của người nhập. Số quá nhỏ được giữ kín, như trang Phương pháp giải thích.',
				],
			},
			{
				title: 'Thành viên tổ công nghệ số cộng đồng',
				paragraphs: [
					'Họ tên, số điện thoại và chức vụ trong tổ chỉ người có trách nhiệm ở xã, huyện, tỉnh đọc được. Mỗi lần sửa hồ sơ đều có ghi lại.',
					`Thông tin riêng được xóa sau khi người ấy rời tổ ${members} tháng.`,
				],
			},
			{
				title: 'Người được đề nghị khen thưởng',
				paragraphs: [
					'Hồ sơ chỉ người đề nghị và hội đồng đọc được, mỗi lần xem đều có ghi lại. Không nêu tên ai khi chưa có quyết định; sau đó thông tin riêng được xóa theo thời hạn của đợt xét.',
				],
			},
			{
				title: 'Người có tài khoản',
				paragraphs: [
					'Hệ thống giữ tên, vai trò, lần đăng nhập và việc đã làm, để biết ai chịu trách nhiệm về con số nào. Cookie chỉ dùng để giữ phiên đăng nhập.',
					`Thông tin riêng được xóa sau khi tài khoản ngừng dùng ${accounts} tháng; nhật ký công việc được giữ lại.`,
				],
			},
			{
				title: 'Yêu cầu của bạn',
				paragraphs: [
					'Muốn biết, sửa hay xóa thông tin về mình, hãy liên hệ cơ quan phụ trách, có tên ở cuối trang của xã, phường nơi bạn ở.',
				],
			},
		],
	}),
};
