import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import { shownShare } from '../../contracts/numbers/shown-share';

const reading = new ReadingConfig();
reading.unit = [];
reading.pointText = 'phẩy';

/** A whole number as it is read out in Vietnamese: 1005 → `một nghìn không trăm lẻ năm`. */
export const spokenNumber = (value: number): string => doReadNumber(String(value), reading);

/** A share 0–1 with the decimal that pages show, read out: 0.784 → `bảy mươi tám phẩy bốn phần trăm`. */
export function spokenShare(share: number): string {
	const percentage = Math.round(shownShare(Math.min(1, share)) * 1000) / 10;
	return `${doReadNumber(String(percentage), reading)} phần trăm`;
}

/** `2026-10` → `tháng mười năm hai nghìn không trăm hai mươi sáu`; April is `tháng tư`. */
export function spokenMonth(code: string): string {
	const month = Number(code.slice(5));
	const name = month === 4 ? 'tư' : month === 1 ? 'một' : spokenNumber(month);
	return `tháng ${name} năm ${spokenNumber(Number(code.slice(0, 4)))}`;
}
