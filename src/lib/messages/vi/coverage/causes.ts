/** Why an approved report was replaced: what an approver chooses, and everybody reads. */
export const causes = {
	unstated: 'không nêu lý do',
	miscounted: 'đếm sai, đã rà soát lại',
	typingError: 'nhập nhầm số',
	countedTwice: 'có hộ bị đếm hai lần',
	lateHouseholds: 'bổ sung hộ rà soát muộn',
	registerChanged: 'danh sách hộ thay đổi',
};
