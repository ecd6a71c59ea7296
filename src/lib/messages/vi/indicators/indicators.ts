export const indicators = {
	groups: {
		organisation: 'Tổ chức',
		outreach: 'Tuyên truyền',
		training: 'Tập huấn',
		digitalGovernment: 'Chính quyền số',
		digitalEconomy: 'Kinh tế số',
		digitalSociety: 'Xã hội số',
		skillsCoverage: 'Độ phủ kỹ năng số',
		support: 'Hỗ trợ hoạt động',
	},
	countingUnits: {
		people: 'người',
		occurrences: 'lượt',
		households: 'hộ',
		sessions: 'buổi, lớp',
		items: 'số lượng',
		dong: 'đồng',
		share: 'tỷ lệ',
	},
	timeRules: {
		sumOfMonths: 'Cộng các tháng',
		latestValue: 'Lấy tháng mới nhất',
		ratioOfSums: 'Chia hai tổng',
	},
	columns: {
		indicator: 'Chỉ số',
		countingUnit: 'Đơn vị tính',
		timeRule: 'Qua nhiều tháng',
		source: 'Nguồn',
	},
};
