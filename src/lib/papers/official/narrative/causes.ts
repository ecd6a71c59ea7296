import { wholeNumber } from '../wording';

/** What the registry knows of why work is hard. */
export interface TeamTroubles {
	/** Members of whom it was said that they have no smartphone. */
	withoutSmartphone: number;
	/** Who stopped serving within the span, and in no merger. */
	left: number;
	/** Teams without a report or a log entry for months. */
	silent: number;
}

export function causesText({ withoutSmartphone, left, silent }: TeamTroubles): string {
	return [
		...(left > 0
			? [`Nhân sự các tổ còn thay đổi: trong kỳ có ${wholeNumber(left)} thành viên thôi tham gia.`]
			: []),
		...(withoutSmartphone > 0
			? [`Còn ${wholeNumber(withoutSmartphone)} thành viên chưa có điện thoại thông minh.`]
			: []),
		...(silent > 0 ? [`Còn ${wholeNumber(silent)} tổ hoạt động chưa thường xuyên.`] : []),
	]
		.map((line) => `- ${line}`)
		.join('\n');
}
