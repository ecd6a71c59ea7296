/** That published figures were taken down, and why: everybody reads it. */
export const takeDowns = {
	text: (date: string, reason: string) => `Đã gỡ ngày ${date}: ${reason}`,
	reasons: {
		fewPeople: 'có thể làm lộ số liệu của quá ít hộ',
		wrongUnit: 'là số liệu của đơn vị khác',
		byOrder: 'theo yêu cầu của cơ quan có thẩm quyền',
	},
};
