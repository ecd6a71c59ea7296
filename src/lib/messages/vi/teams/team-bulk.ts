export const teamBulk = {
	title: 'Sáp nhập tổ hàng loạt',
	lead: 'Mỗi thôn có nhiều tổ còn một tổ, làm một lần cho cả xã, huyện hoặc tỉnh. Thôn chưa rõ ai làm tổ trưởng thì giữ nguyên.',
	unit: 'Ở mọi thôn thuộc',
	leaderOf: 'Nơi có nhiều tổ trưởng, tổ trưởng mới là tổ trưởng của',
	previewTitle: 'Từng thôn sẽ như sau',
	nothing: 'Không có thôn nào có nhiều tổ.',
	counts: (merged: string, left: string) => `${merged} thôn sáp nhập; ${left} thôn giữ nguyên.`,
	columns: { village: 'Thôn', teams: 'Các tổ hiện nay', result: 'Kết quả' },
	leads: (leader: string, people: string) => `Tổ trưởng: ${leader}; ${people} người.`,
	refusals: {
		noLeader: 'chưa rõ tổ trưởng',
		beforeTeam: 'có tổ thành lập từ ngày này hoặc sau đó',
		membersLater: 'có người vào tổ từ ngày này hoặc sau đó',
	},
	confirm: 'Xác nhận sáp nhập',
	done: (merged: string, left: string) =>
		`Đã sáp nhập tổ ở ${merged} thôn; ${left} thôn giữ nguyên.`,
	batches: 'Những lần đã làm',
	batch: (unit: string, villages: string, day: string, by: string) =>
		`${unit}: ${villages} thôn, từ ngày ${day} (${by}).`,
	undone: (count: string) => `Đã hủy ở ${count} thôn.`,
	undo: 'Hủy cả lần này',
	undoHint: 'Thôn đã gửi báo cáo sau khi sáp nhập thì không hủy được nữa.',
	undoneNow: (undone: string, left: string) =>
		`Đã hủy ở ${undone} thôn; ${left} thôn không hủy được nữa.`,
};
