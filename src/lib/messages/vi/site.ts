/** Public pages by name. */
export const site = {
	pages: {
		'/': 'Bản đồ độ phủ',
		'/search': 'Tìm xã, phường',
		'/compare': 'So sánh các xã, phường',
		'/structure': 'Theo địa giới hiện nay',
		'/indicators': 'Các chỉ số',
		'/data': 'Dữ liệu mở',
		'/corrections': 'Những số đã đính chính',
		'/ledger': 'Kiến nghị công khai',
		'/correction-request': 'Đề nghị đính chính',
		'/method': 'Phương pháp',
		'/practices': 'Cách làm hay',
		'/accessibility': 'Khả năng tiếp cận',
		'/privacy': 'Quyền riêng tư',
		'/site-map': 'Bản đồ trang',
	},
};
