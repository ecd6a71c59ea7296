/** Pictures of pages: what link previews show, and the map to be taken away. */
export const pictures = {
	approved: (date: string) => `duyệt ${date}`,
	number: (number: string) => `số thay đổi ${number}`,
	source: 'Nguồn: báo cáo đã duyệt của các tổ công nghệ số cộng đồng',
	legend: (ability: string) => `Hộ có người ${ability}; số xã, phường`,
	/** Of two measures beside one another. */
	bothLegend: 'Tỷ lệ hộ có người biết; số xã, phường',
	/** Where counts of two maps stand. */
	sides: 'bên trái | bên phải',
	noCommunes: 'Chưa chọn xã, phường nào để so sánh.',
};
