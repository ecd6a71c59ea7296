export const contacts = {
	title: 'Cần hỏi thêm',
	phone: 'điện thoại',
	email: 'thư điện tử',
	channel: 'kênh hỗ trợ',
};
