import type { Role } from '../../contracts/accounts';

const roles: Record<Role, string> = {
	viewer: 'Người xem',
	reporter: 'Người báo cáo',
	approver: 'Người duyệt',
	committee: 'Hội đồng thi đua, khen thưởng',
	administrator: 'Quản trị viên',
};

export const accounts = {
	roles,
	/** In front of the page's title when a form was refused. */
	errorTitle: (title: string) => `Lỗi: ${title}`,
	wait: (minutes: number) => `Đã nhập sai quá nhiều lần. Hãy đợi ${minutes} phút rồi thử lại.`,
	signIn: {
		title: 'Đăng nhập',
		purpose:
			'Dành cho cán bộ và tổ công nghệ số cộng đồng. Xem số liệu của xã thì không cần đăng nhập.',
		name: 'Tên đăng nhập',
		password: 'Mật khẩu',
		submit: 'Đăng nhập',
		nameMissing: 'Hãy nhập tên đăng nhập.',
		passwordMissing: 'Hãy nhập mật khẩu.',
		wrong: 'Tên đăng nhập hoặc mật khẩu không đúng.',
		forgotten: 'Quên mật khẩu? Hãy nhờ quản trị viên của đơn vị đặt lại.',
	},
	account: {
		title: 'Tài khoản',
		name: 'Tên đăng nhập',
		displayName: 'Tên hiển thị',
		grants: 'Vai trò và đơn vị',
		noGrants: 'Tài khoản này chưa được giao vai trò nào.',
	},
	password: {
		title: 'Đổi mật khẩu',
		current: 'Mật khẩu hiện tại',
		next: 'Mật khẩu mới',
		hint: (least: number) =>
			`Ít nhất ${least} ký tự. Nên dùng một câu dài mà bạn dễ nhớ; không bắt buộc có chữ số hay ký hiệu.`,
		repeated: 'Nhập lại mật khẩu mới',
		submit: 'Đổi mật khẩu',
		changed: 'Đã đổi mật khẩu. Các thiết bị khác đã được đăng xuất.',
		faults: {
			tooShort: (least: number) => `Mật khẩu mới phải có ít nhất ${least} ký tự.`,
			tooLong: (most: number) => `Mật khẩu mới chỉ được có nhiều nhất ${most} ký tự.`,
			isName: 'Mật khẩu mới không được lấy từ tên đăng nhập.',
			common:
				'Mật khẩu mới nằm trong số những mật khẩu bị đoán ra đầu tiên. Hãy chọn mật khẩu khác.',
			different: 'Hai lần nhập mật khẩu mới không giống nhau.',
			wrong: 'Mật khẩu hiện tại không đúng.',
			unchanged: 'Mật khẩu mới trùng với mật khẩu hiện tại.',
		},
	},
	sessions: {
		title: 'Nơi đang đăng nhập',
		device: (browser: string, system: string) => `${browser} trên ${system}`,
		unknownDevice: 'Thiết bị không rõ',
		current: 'thiết bị này',
		since: (time: string, date: string) => `Đăng nhập lúc ${time} ngày ${date}`,
		signOutElsewhere: 'Đăng xuất ở mọi nơi khác',
		ended: (count: number) =>
			count === 0 ? 'Không còn nơi nào khác đang đăng nhập.' : `Đã đăng xuất ở ${count} nơi khác.`,
	},
	tokens: {
		title: 'Khóa API',
		purpose:
			'Chương trình dùng khóa API để gửi báo cáo thay bạn. Quản trị viên tạo khóa mới bằng dòng lệnh.',
		none: 'Chưa có khóa nào.',
		created: (date: string) => `Tạo ngày ${date}`,
		lastUsed: (time: string, date: string) => `Dùng lần cuối lúc ${time} ngày ${date}`,
		neverUsed: 'Chưa dùng lần nào',
		revokedOn: (date: string) => `Đã thu hồi ngày ${date}`,
		revoke: 'Thu hồi',
		revokeNamed: (label: string) => `Thu hồi khóa “${label}”`,
		revoked: 'Đã thu hồi khóa. Chương trình dùng khóa này không gửi được nữa.',
		notFound: 'Khóa này không còn, hoặc đã được thu hồi trước đó.',
	},
};
