/**
 * Why a count fell; internal texts, written as a team leader would, and what everybody reads of it where
 * that replaces what had been approved.
 */
export const departures = [
	{
		reason: 'Một số hộ đã chuyển đi nơi khác, tổ rà soát lại danh sách.',
		cause: 'registerChanged',
	},
	{
		reason: 'Rà soát từng hộ: có hộ cần người khác làm giúp nên chuyển sang nhóm được hỗ trợ.',
		cause: 'miscounted',
	},
	{
		reason: 'Kiểm tra lại tại hộ, một số người chưa tự thực hiện được như đã ghi tháng trước.',
		cause: 'miscounted',
	},
] as const;

export const returns = [
	'Số hộ đủ 5 kỹ năng tăng nhanh hơn số buổi hướng dẫn. Đề nghị rà soát lại.',
	'Số liệu chưa khớp với sổ theo dõi hộ của tổ. Đề nghị kiểm tra và gửi lại.',
	'Có thể đã tính cả hộ được hỗ trợ vào hộ tự làm được. Đề nghị tách riêng.',
] as const;

/** Why a report was sent again, and what its approver has everybody read of it. */
export const corrections = [
	{
		reason: 'Đã đối chiếu sổ theo dõi hộ và sửa số liệu nhập trùng.',
		cause: 'countedTwice',
	},
	{ reason: 'Đã tách các hộ được hỗ trợ khỏi hộ tự làm được.', cause: 'miscounted' },
	{ reason: 'Bổ sung các hộ vừa được hướng dẫn vào cuối kỳ.', cause: 'lateHouseholds' },
] as const;
