export const announcement = {
	title: (unit: string) => `Bài đọc trên loa: ${unit}`,
	lead: 'Bài đọc khoảng một phút cho đài truyền thanh, số đã viết thành chữ. Có thể đọc nguyên văn hoặc sửa cho hợp với địa phương.',
	source: (month: string) => `Số liệu đã duyệt ${month}.`,
	back: 'Về trang của đơn vị',
	print: 'In chữ to',
	nothing:
		'Chưa có số liệu được công bố để đọc. Bài đọc sẽ có ở đây khi báo cáo của đơn vị được duyệt.',
	/** Ways out of a commune's page. */
	loudspeaker: 'Bài đọc trên loa',
	card: 'Đoạn chữ để gửi Zalo',
};
