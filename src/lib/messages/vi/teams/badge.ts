export const badge = {
	title: 'Kiểm tra thẻ thành viên',
	valid: 'Đúng là thành viên của tổ',
	validOn: (date: string) => `Thẻ có giá trị hôm nay, ${date}.`,
	ended: 'Không còn là thành viên của tổ',
	endedOn: (date: string) => `Hôm nay, ${date}, thẻ này không còn giá trị.`,
	name: 'Tên',
	team: 'Tổ',
	place: 'Nơi hoạt động',
	advice:
		'Thành viên của tổ không bao giờ hỏi mật khẩu, mã OTP hay yêu cầu chuyển tiền. Nếu có người hỏi, hãy từ chối và báo công an xã.',
	unknownTitle: 'Không phải thành viên',
	unknownText:
		'Mã này không thuộc về thành viên nào của tổ công nghệ số cộng đồng. Đừng đưa điện thoại, giấy tờ hay mã OTP cho người mang thẻ, và hãy báo công an xã.',
	waitTitle: 'Hãy thử lại sau một phút',
	waitText: 'Có quá nhiều lượt kiểm tra từ mạng này trong một lúc.',
};
