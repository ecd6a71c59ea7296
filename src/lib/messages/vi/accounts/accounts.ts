import type { Role } from '../../../contracts/accounts';

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
		bothWrong: 'Tên đăng nhập, mật khẩu hoặc mã không đúng.',
		code: 'Mã 6 chữ số trên ứng dụng xác thực, hoặc một mã khôi phục',
		codeHint:
			'Tài khoản có xác thực hai lớp không phải đợi: nhập lại mật khẩu cùng mã này để vào ngay.',
		otherWays:
			'Không có mã? Bạn vẫn vào được ngay trên máy đã từng đăng nhập, qua một mạng khác, hoặc bằng mã trên phiếu đăng nhập do xã cấp.',
		forgotten: 'Quên mật khẩu? Hãy nhờ quản trị viên của đơn vị đặt lại.',
		byCode: 'Có phiếu đăng nhập? Nhập mã trên phiếu',
	},
	codeSignIn: {
		title: 'Đăng nhập bằng mã',
		purpose: 'Mã gồm 12 chữ và số, in trên phiếu do xã cấp. Mỗi mã chỉ dùng được một lần.',
		code: 'Mã đăng nhập',
		fromLink: 'Bạn mở liên kết đăng nhập do xã cấp. Bấm nút dưới đây để vào.',
		submit: 'Đăng nhập',
		missing: 'Hãy nhập mã.',
		wrong: 'Mã không đúng, đã dùng rồi, đã bị thu hồi hoặc đã hết hạn. Hãy xin xã cấp mã mới.',
		replaces: (name: string) =>
			`Máy này đang đăng nhập bằng tài khoản “${name}”. Nếu tiếp tục, tài khoản đó sẽ được đăng xuất.`,
		byPassword: 'Đăng nhập bằng mật khẩu',
	},
	secondFactor: {
		title: 'Xác thực hai lớp',
		stepTitle: 'Xác nhận đăng nhập',
		enterCode: 'Mở ứng dụng xác thực trên điện thoại và nhập mã đang hiện.',
		code: 'Mã 6 chữ số',
		codeOrRecovery: 'Mã 6 chữ số, hoặc một mã khôi phục',
		submit: 'Xác nhận',
		wrong: 'Mã không đúng hoặc đã dùng rồi. Hãy đợi mã tiếp theo trên ứng dụng và nhập lại.',
		wait: (minutes: number) => `Đã nhập sai mã quá nhiều lần. Hãy đợi ${minutes} phút rồi thử lại.`,
		notWaiting: 'Một mã khôi phục thì dùng được ngay, không phải đợi.',
		lost: 'Mất điện thoại và hết mã khôi phục? Hãy nhờ một quản trị viên khác đặt lại xác thực hai lớp.',
		required:
			'Người duyệt và quản trị viên phải dùng xác thực hai lớp. Hãy thiết lập một lần trên điện thoại của bạn.',
		purpose:
			'Sau mật khẩu, hệ thống hỏi thêm một mã từ điện thoại của bạn, để người khác biết mật khẩu cũng không vào được.',
		scan: 'Mở một ứng dụng xác thực (Google Authenticator, Microsoft Authenticator, FreeOTP…) và quét mã này.',
		qr: 'Mã QR để thêm tài khoản vào ứng dụng xác thực',
		typed: 'Không quét được? Nhập khóa này vào ứng dụng:',
		thenCode: 'Nhập mã mà ứng dụng vừa hiện',
		begin: 'Thiết lập xác thực hai lớp',
		activate: 'Bật xác thực hai lớp',
		password: 'Mật khẩu của bạn',
		passwordHint: 'Nhập lại để chắc chắn đây là bạn.',
		wrongPassword: 'Mật khẩu không đúng.',
		byLink:
			'Bạn đang đăng nhập bằng liên kết. Hãy đặt mật khẩu, đăng nhập lại bằng mật khẩu đó rồi thiết lập ở đây.',
		since: (date: string) => `Đang bật từ ngày ${date}.`,
		codesLeft: (count: number) => `Còn ${count} mã khôi phục chưa dùng.`,
		renew: 'Tạo mã khôi phục mới',
		renewHint: 'Mã mới thay cho các mã cũ. Nhập mã đang hiện trên ứng dụng để xác nhận.',
		recoveryTitle: 'Mã khôi phục',
		recoveryText:
			'Cất các mã này ở nơi an toàn, ví dụ in ra giấy. Mỗi mã thay cho điện thoại được một lần. Các mã chỉ hiện lần này.',
		done: 'Đã bật xác thực hai lớp.',
		proceed: 'Tôi đã cất mã, tiếp tục',
		signedIn: 'Bạn đã đăng nhập.',
		goOn: 'Tiếp tục',
	},
	account: {
		title: 'Tài khoản',
		name: 'Tên đăng nhập',
		displayName: 'Tên hiển thị',
		grants: 'Vai trò và đơn vị',
		noGrants: 'Tài khoản này chưa được giao vai trò nào.',
		email: 'Địa chỉ thư điện tử',
		emailHint: 'Để nhận thư nhắc hạn. Có thể để trống. Chỉ quản trị viên của bạn thấy địa chỉ này.',
		emailWrong: 'Đây không phải là địa chỉ thư điện tử.',
		saveEmail: 'Lưu địa chỉ',
		emailSaved: 'Đã lưu địa chỉ thư điện tử.',
		password: 'Mật khẩu của bạn',
		passwordHint: 'Nhập lại khi thay địa chỉ, để chắc chắn đây là bạn.',
		wrongPassword: 'Mật khẩu không đúng.',
		stale: 'Bạn vào bằng liên kết đã lâu. Hãy xin mã mới, đăng nhập lại rồi làm việc này.',
	},
	password: {
		title: 'Đổi mật khẩu',
		setTitle: 'Đặt mật khẩu',
		setPurpose:
			'Bạn đang đăng nhập bằng liên kết do xã cấp. Đặt mật khẩu thì lần sau tự đăng nhập được, không cần xin liên kết.',
		current: 'Mật khẩu hiện tại',
		next: 'Mật khẩu mới',
		hint: (least: number) =>
			`Ít nhất ${least} ký tự. Nên dùng một câu dài mà bạn dễ nhớ; không bắt buộc có chữ số hay ký hiệu.`,
		repeated: 'Nhập lại mật khẩu mới',
		submit: 'Đổi mật khẩu',
		setSubmit: 'Đặt mật khẩu',
		changed: 'Đã đổi mật khẩu. Các thiết bị khác đã được đăng xuất.',
		ownTitle: 'Đặt mật khẩu của bạn',
		ownPurpose:
			'Mật khẩu vừa dùng do người khác tạo và chỉ dùng được lần này. Hãy đặt mật khẩu mà chỉ bạn biết.',
		ownSubmit: 'Đặt mật khẩu và tiếp tục',
		faults: {
			tooShort: (least: number) => `Mật khẩu mới phải có ít nhất ${least} ký tự.`,
			tooLong: (most: number) => `Mật khẩu mới chỉ được có nhiều nhất ${most} ký tự.`,
			isName: 'Mật khẩu mới không được lấy từ tên đăng nhập.',
			common:
				'Mật khẩu mới nằm trong số những mật khẩu bị đoán ra đầu tiên. Hãy chọn mật khẩu khác.',
			different: 'Hai lần nhập mật khẩu mới không giống nhau.',
			wrong: 'Mật khẩu hiện tại không đúng.',
			stale: 'Bạn vào bằng liên kết đã lâu. Hãy xin mã mới, đăng nhập lại rồi đặt mật khẩu.',
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
