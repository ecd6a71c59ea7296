export const unitSearch = {
	label: 'Tìm thôn, xã',
	hint: 'Gõ một phần tên, không cần dấu.',
	find: 'Tìm',
	shown: (shown: string, total: string) =>
		`Có ${total} đơn vị; đang hiện ${shown}. Hãy tìm theo tên để thu hẹp.`,
};
