/** Who is asked, who answers, and how long it takes. */
export const ledger = {
	title: 'Kiến nghị công khai',
	lead: 'Các tổ vướng ở đâu, cấp nào đang giữ, và đã trả lời ra sao. Cấp trả lời chậm đứng trước; xã hỏi nhiều không bị xếp hạng.',
	pages: { label: 'Các trang kiến nghị', previous: 'Trang trước', next: 'Trang sau' },
	position: (page: string) => `Trang ${page}`,
	none: 'Chưa có kiến nghị nào.',
	summary: (usual: string, waiting: string, answered: string) =>
		`Thường mất ${usual}. Đang chờ: ${waiting}. Đã trả lời: ${answered}.`,
	/** Nothing was answered, so nothing is usual. */
	unanswered: (waiting: string) => `Chưa trả lời kiến nghị nào. Đang chờ: ${waiting}.`,
	from: (unit: string, date: string) => `${unit}, ngày ${date}`,
	waits: (days: string) => `chờ ${days}`,
	took: (days: string, date: string) => `trả lời sau ${days}, ${date}`,
	answer: 'Trả lời:',
	notReleased: 'Nội dung chưa được đăng công khai.',
	note: 'Chỉ đăng phần tóm tắt mà cấp trả lời viết cho mọi người đọc; không có tên người, tên thôn hay số điện thoại. Kiến nghị chưa trả lời chỉ hiện nhóm việc. “Thường mất” là số ngày ở giữa: một nửa số kiến nghị chờ lâu hơn hoặc bằng như vậy.',
};
