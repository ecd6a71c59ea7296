import { inSentence } from '../in-sentence';
export const compare = {
	title: 'So sánh các xã, phường',
	lead: 'Đặt hai đến bốn xã, phường cạnh nhau, cùng tháng, cùng thang đo. Đây không phải bảng xếp hạng: nơi đông hộ, vùng khó có hoàn cảnh riêng.',
	caption: (month: string) => `Số liệu đã duyệt ${month}`,
	households: 'Số hộ theo danh sách',
	unknown: 'chưa có',
	trend: '24 tháng qua, đủ 5 kỹ năng',
	fromTo: (first: string, last: string) => `từ ${first} đến ${last}`,
	scale: 'Mọi thanh và đường đều vẽ từ 0% đến 100%.',
	remove: (unit: string) => `Bỏ ${inSentence(unit)} khỏi bảng`,
	removeShort: 'Bỏ',
	choose: 'Chọn xã, phường',
	add: 'Thêm xã, phường',
	search: 'Tên hoặc mã',
	find: 'Tìm',
	alike: 'Có số hộ gần bằng:',
	found: (text: string) => `Tìm thấy với “${text}”:`,
	none: (text: string) => `Không có xã, phường nào khớp với “${text}”.`,
	full: (most: string) => `Bảng đã đủ ${most} đơn vị. Bỏ bớt một đơn vị để thêm đơn vị khác.`,
	leftOut: (most: string, units: string) =>
		`Bảng chỉ đặt được ${most} đơn vị cạnh nhau, nên chưa có: ${units}.`,
	noCommune: (code: string) => `Hiện không có xã, phường nào mang mã “${code}”.`,
	searchCode: 'Tìm mã này',
	/** From a commune's page. */
	with: 'So sánh với nơi khác',
};
