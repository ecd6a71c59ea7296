import type { ConflictGround, CouncilSeat, VoteOutcome } from '../../contracts/awards/council';
import type { DossierPart, EvidenceFigure } from '../../contracts/awards/nominations';
import type { MinutesFacts, PaperEvidence } from '../../contracts/awards/papers';
import { localDay, localTime } from '../../contracts/local-time';

export const seats: Record<CouncilSeat, string> = {
	chair: 'Chủ tịch Hội đồng',
	deputy: 'Phó Chủ tịch Hội đồng',
	secretary: 'Thư ký Hội đồng',
	member: 'Ủy viên Hội đồng',
};

export const grounds: Record<ConflictGround, string> = {
	ownUnit: 'công tác tại đơn vị được đề nghị',
	unitAbove: 'công tác tại đơn vị thuộc cấp dưới của đơn vị được đề nghị',
	unitBelow: 'công tác tại cấp trên của đơn vị được đề nghị',
	ownTeam: 'là thành viên của tổ được đề nghị',
	nominated: 'là người đề cử',
	declared: 'tự khai có quyền lợi liên quan',
};

export const outcomes: Record<VoteOutcome, string> = {
	passed: 'đủ tỷ lệ phiếu, đề nghị khen thưởng',
	rejected: 'không đủ tỷ lệ phiếu',
	noQuorum: 'không đủ số người dự họp, không tiến hành',
};

export const parts: Record<DossierPart, string> = {
	submissionLetter: 'Tờ trình',
	achievementReport: 'Báo cáo thành tích',
	minutes: 'Biên bản họp',
	approvedReport: 'Báo cáo đã duyệt',
	practice: 'Cách làm hay',
	activity: 'Buổi hoạt động',
	photo: 'Ảnh',
	otherFile: 'Tài liệu khác',
};

/** ` (thành lập theo Quyết định số 45/QĐ-SKHCN ngày 01/8/2026)`; empty where nothing is on record. */
export const councilDecision = ({ decisionNumber, decidedOn }: MinutesFacts): string =>
	decisionNumber === '' || decidedOn === ''
		? ''
		: ` (thành lập theo Quyết định số ${decisionNumber} ngày ${dayText(decidedOn)})`;

/** Of a local day, as papers write it: a nought before days below ten and months below three. */
export function dayText(day: string): string {
	const [year = '', month = '', date = ''] = day.split('-');
	return `${date}/${Number(month) < 3 ? month : String(Number(month))}/${year}`;
}

/** `08 giờ 30 phút, ngày 25/8/2026`, of an instant. */
export function momentText(instant: string): string {
	const at = new Date(instant);
	const [hour = '', minute = ''] = localTime(at).split(':');
	return `${hour} giờ ${minute} phút, ngày ${dayText(localDay(at))}`;
}

/** Where a figure comes from: `Báo cáo kỳ 2026-07`, the title of a practice, the name of a file. */
export function sourceText({ part, title, source }: PaperEvidence): string {
	const period = /^(\d{4})-(\d{2})$/.exec(source);
	if (part === 'approvedReport' && period)
		return `Báo cáo tháng ${String(Number(period[2]))}/${period[1] ?? ''}`;
	if (part === 'approvedReport') return `Báo cáo kỳ ${source}`;
	return part === 'activity' ? `Nhật ký hoạt động: ${title}` : `${parts[part]}: ${title}`;
}

/** When the source was approved, or that nobody approves such. */
export const approvalText = ({ approvedAt }: Pick<PaperEvidence, 'approvedAt'>): string =>
	approvedAt === null ? 'không qua duyệt' : momentText(approvedAt);

/** What a figure is called, by its name in the evidence. */
export type FigureNames = ReadonlyMap<string, string>;

export const figureName = (names: FigureNames, { name }: Pick<EvidenceFigure, 'name'>): string =>
	names.get(name) ?? name;
