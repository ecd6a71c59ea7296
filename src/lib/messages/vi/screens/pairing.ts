export const screenPairing = {
	title: 'Ghép nối màn hình này',
	lead: 'Không cần đăng nhập trên màn hình. Quản trị viên duyệt một lần, màn hình tự hiện số liệu của đơn vị mình.',
	codeLabel: 'Mã ghép nối',
	steps: {
		open: 'Quét mã QR bằng điện thoại, hoặc mở trên máy tính:',
		enter: 'Đăng nhập bằng tài khoản quản trị và nhập mã ở trên.',
		approve: 'Xem lại, đặt tên màn hình, chọn đơn vị rồi bấm Duyệt.',
	},
	qr: 'Mã QR mở trang duyệt màn hình này',
	waiting: 'Đang chờ quản trị viên duyệt',
	validUntil: (time: string) => `Mã dùng được đến ${time}; hết hạn thì màn hình tự lấy mã mới.`,
	none: 'Màn hình đang lấy mã ghép nối.',
	ask: 'Lấy mã ghép nối',
	wait: (minutes: string) =>
		`Mạng này đã xin quá nhiều mã. Màn hình tự xin lại sau ${minutes} phút.`,
	refused: 'Quản trị viên đã từ chối màn hình này. Vài phút nữa màn hình tự xin mã mới.',
	askAgain: 'Lấy mã mới',
	offline: 'Mất kết nối. Màn hình tự thử lại.',
	/** Beside the code that a touched screen shows. */
	remote: {
		title: 'Điều khiển bằng điện thoại',
		qr: (address: string) => `Mã QR mở trang điều khiển màn hình này: ${address}`,
	},
	signIn: 'Chỉ muốn xem trên trình duyệt này? Đăng nhập',
};
