export const search = {
	title: 'Tìm xã, phường',
	lead: 'Gõ tên xã, phường, thôn, tên cũ, huyện cũ hoặc mã đơn vị. Không cần gõ dấu.',
	label: 'Tên hoặc mã',
	submit: 'Tìm',
	/** Said of the list under the field. */
	suggestions: (count: string) => `${count} gợi ý. Dùng phím mũi tên để chọn, Enter để mở.`,
	suggestionsFailed: 'Chưa lấy được gợi ý. Nhấn Enter để tìm trên trang riêng.',
	tooShort: 'Hãy gõ ít nhất 2 ký tự.',
	found: (count: string, text: string) => `${count} kết quả cho “${text}”`,
	none: (text: string) => `Không tìm thấy “${text}”`,
	noneHints: [
		'Gõ ít chữ hơn, chẳng hạn chỉ phần tên riêng: “Đèo Gia”.',
		'Thử tên xã sau sáp nhập, hoặc tên cũ trước ngày 1/7/2025.',
		'Gõ mã đơn vị hành chính gồm 5 chữ số.',
	],
	more: 'Chỉ hiện những kết quả gần nhất. Gõ thêm để thu hẹp.',
	formerSpan: (from: string, to: string) => `có từ ${from} đến hết ${to}`,
	/** Stands behind the former span, before names of today. */
	nowIn: ', nay thuộc ',
};
