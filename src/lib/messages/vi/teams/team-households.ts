export const teamHouseholds = {
	title: 'Hộ được thành viên giúp',
	total: (households: string, members: string) =>
		`${households} hộ được ${members} thành viên giúp làm trực tuyến; chỉ ghi số thứ tự trong phiếu rà soát, không ghi tên hộ.`,
	helps: (count: string, numbers: string) => `giúp ${count} hộ: số ${numbers}`,
	left: 'đã rời tổ',
	assign: 'Giao hộ cho thành viên',
	numbers: 'Số thứ tự của hộ trong phiếu rà soát',
	numbersHint: 'Nhiều hộ thì cách nhau bằng dấu phẩy: 3, 7, 12.',
	helper: 'Người giúp',
	nobody: 'Không còn ai giúp',
	from: 'Kể từ ngày',
	save: 'Lưu',
};
