/** Said by the server alone, so that no page carries it. */
export const foreignOrigin = (asking: string, own: string) =>
	`Biểu mẫu này được gửi từ ${asking}, nhưng máy chủ chỉ nhận biểu mẫu từ địa chỉ của chính mình, ${own}. Nếu ${asking} đúng là địa chỉ của trang này, người quản trị cần đặt biến ORIGIN=${asking} rồi khởi động lại máy chủ.`;
