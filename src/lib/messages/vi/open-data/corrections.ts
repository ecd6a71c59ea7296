/** Every number that was published and later replaced. */
export const corrections = {
	title: 'Những số đã đính chính',
	lead: 'Mỗi con số từng công bố rồi thay đổi vì một báo cáo được sửa: số cũ, số mới, khi nào và vì sao.',
	none: 'Chưa có số nào đã công bố phải đính chính.',
	at: (time: string, date: string) => `${time} ngày ${date}`,
	why: (cause: string) => `Lý do: ${cause}.`,
	columns: { measure: 'Chỉ số', before: 'Số cũ', after: 'Số mới' },
	of: (able: string, base: string) => `${able} trong ${base}\u00a0hộ`,
	hidden: '< 5',
	unknown: 'không nêu',
	takenDown: 'đã gỡ',
	former: (number: string) => `Bản trước đó và bản số ${number}: xem các bản của tháng`,
	note: 'Số cộng thêm vì có thôn, xã mới báo cáo thì không phải là đính chính. Lời giải thích nội bộ không được đăng, vì có thể nhắc tên người; ở đây chỉ có lý do mà người duyệt chọn.',
	pages: { label: 'Các trang đính chính', previous: 'Mới hơn', next: 'Cũ hơn' },
	position: (page: string, pages: string) => `Trang ${page} trên ${pages}`,
};
