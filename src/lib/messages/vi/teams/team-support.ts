export const teamSupport = {
	title: 'Ai phụ trách, hỗ trợ tổ',
	silent: (months: string) =>
		`Tổ chưa có báo cáo hay nhật ký hoạt động nào trong ${months} tháng qua.`,
	silentTeams: (teams: string, months: string) =>
		`${teams} tổ chưa có báo cáo hay nhật ký hoạt động nào trong ${months} tháng qua.`,
	showSilent: 'Xem các tổ này',
};
