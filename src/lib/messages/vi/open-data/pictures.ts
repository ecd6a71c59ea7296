/** Pictures of pages: what link previews show, and the map to be taken away. */
export const pictures = {
	approved: (date: string) => `duyệt ${date}`,
	number: (number: string) => `số thay đổi ${number}`,
	source: 'Nguồn: báo cáo đã duyệt của các tổ công nghệ số cộng đồng',
	legend: (ability: string) => `Hộ có người ${ability}; số xã, phường`,
	noCommunes: 'Chưa chọn xã, phường nào để so sánh.',
};
