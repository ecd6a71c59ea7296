import type { Paragraph, Table } from 'docx';
import { votersOf, type VoteCounts } from '../../contracts/awards/council';
import type { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { MinutesFacts, PaperVote } from '../../contracts/awards/papers';
import { shownShare } from '../../contracts/numbers/shown-share';
import {
	heading,
	officialDocument,
	paragraph,
	sideBySide,
	textWidth,
	toDocx,
} from '../official/frame';
import { closingParts, gap, itemList, paperHead, paperTitle } from '../official/parts';
import { ruledTable } from '../official/tables';
import { joined } from '../official/wording';
import { byCategory, counted, nameOf, padded, proposed } from './nominees';
import { councilDecision, grounds, momentText, outcomes, seats } from './wording';

/** Minutes of the council's session, drafted from its events: who was there, each vote, who stepped back. */
export function writeMinutes(
	facts: MinutesFacts,
	settings: AwardPaperSettings,
	year: number,
): Promise<Uint8Array> {
	const about = `Họp ${settings.councilName}\nnhân dịp ${settings.occasion}`;
	const nominees = proposed(facts);
	return toDocx(
		officialDocument(about, [
			{
				children: [
					paperHead({
						...{ superiorBody: settings.submittingBody, issuingBody: settings.councilName },
						...{ numberSuffix: settings.minutesSuffix, place: '', year: String(year) },
					}),
					...paperTitle('Biên bản', about),
					heading('I. Thời gian, thành phần', 1),
					paragraph(`Thời gian bắt đầu: ${whenText(facts.startedAt)}.`),
					paragraph('Địa điểm: …………………………………………………………'),
					...attendance(facts),
					heading('II. Nội dung', 1),
					paragraph(
						`Hội đồng${councilDecision(facts)} xét ${padded(facts.nominees.length)} đề nghị tặng ${settings.awardName}. Mỗi đề nghị được bỏ phiếu riêng; cuộc bỏ phiếu hợp lệ khi có ít nhất ${percent(facts.quorum)} thành viên có quyền bỏ phiếu dự họp hoặc gửi phiếu bằng văn bản, đề nghị được thông qua khi có ít nhất ${percent(facts.majority)} số thành viên đó đồng ý.`,
					),
					paragraph(
						'Thành viên có quyền lợi liên quan đến đề nghị nào thì không dự thảo luận, không bỏ phiếu và không được tính vào số người có quyền bỏ phiếu về đề nghị đó.',
					),
					...byCategory(facts.nominees).flatMap(({ name, nominees: own }, index) => [
						heading(`${index + 1}. ${name}`, 2),
						...own.flatMap((nominee) => [
							paragraph(`- ${nameOf(nominee)}:`, { bold: true }, true),
							...votesOn(facts, nominee.nominationId),
						]),
					]),
					heading('III. Kết luận', 1),
					paragraph(
						`Hội đồng thống nhất đề nghị tặng ${settings.awardName} cho ${counted(nominees)}:`,
						{},
						true,
					),
					conclusion(facts),
					paragraph(
						`Cuộc họp kết thúc lúc ${whenText(facts.endedAt)}. Biên bản đã được đọc lại cho các thành viên dự họp cùng nghe và thống nhất thông qua./.`,
					),
					gap(4),
					...signatures(
						facts.members.find(({ seat }) => seat === 'secretary')?.displayName ?? '',
						facts.members.find(({ seat }) => seat === 'chair')?.displayName ?? '',
					),
				],
			},
		]),
	);
}

/** Who wrote them beside who presided, and below who gets them. */
function signatures(secretary: string, chair: string): (Paragraph | Table)[] {
	const half = textWidth / 2;
	const wrote = closingParts(
		['Các thành viên Hội đồng', 'Lưu: VT, hồ sơ Hội đồng'],
		['Thư ký'],
		secretary,
	);
	const presided = closingParts([], ['Chủ tọa'], chair);
	return [
		sideBySide(
			{ width: half, children: wrote.signature },
			{ width: half, children: presided.signature },
		),
		gap(4),
		...wrote.recipients,
	];
}

const whenText = (instant: string | null): string =>
	instant === null ? '……… giờ ……… phút, ngày ……/……/………' : momentText(instant);

const exact = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 });
const percent = (value: number): string => `${exact.format(value)}%`;

/** Present is who was there at a vote at least once, as the rosters say. */
function attendance({ members, votes }: MinutesFacts): Paragraph[] {
	const there = new Set(votes.flatMap(({ present }) => present));
	const named = ({ displayName, position, seat }: MinutesFacts['members'][number]) =>
		[displayName, position, seats[seat]].filter(Boolean).join(', ');
	const present = members.filter(({ memberId }) => there.has(memberId));
	const absent = members.filter(({ memberId }) => !there.has(memberId));
	return [
		paragraph(`Thành viên dự họp: ${padded(present.length)}/${padded(members.length)} người, gồm:`),
		...itemList(present.map(named)),
		...(absent.length > 0
			? [
					paragraph(`Vắng mặt: ${padded(absent.length)} người, gồm:`),
					...itemList(absent.map(named)),
				]
			: []),
	];
}

function votesOn(facts: MinutesFacts, nominationId: number): Paragraph[] {
	const votes = facts.votes.filter((vote) => vote.nominationId === nominationId);
	if (votes.length === 0) return [paragraph('Chưa bỏ phiếu.')];
	return votes.flatMap((vote) => [
		...recusals(facts, vote),
		paragraph(
			`${votes.length > 1 ? `Lần ${vote.attempt}: ` : ''}${countsText(vote, facts.majority)} Kết quả: ${outcomes[vote.outcome]}.`,
		),
	]);
}

function countsText({ counts, outcome }: PaperVote, majority: number): string {
	const there = `Có quyền bỏ phiếu: ${padded(counts.eligible)}; dự họp: ${padded(counts.present)}; gửi phiếu bằng văn bản: ${padded(counts.inWriting)}.`;
	if (outcome === 'noQuorum') return there;
	const silent = counts.silent > 0 ? `, không bỏ phiếu: ${padded(counts.silent)}` : '';
	return `${there} Đồng ý: ${padded(counts.for)} (${shareFor(counts, majority)} số người dự họp và gửi phiếu bằng văn bản), không đồng ý: ${padded(counts.against)}, không có ý kiến: ${padded(counts.abstain)}${silent}.`;
}

/** With the decimals that the majority has: never one that reads as if it had been reached where it wasn't, nor the reverse. */
function shareFor(counts: VoteCounts, majority: number): string {
	const decimals = Math.max(1, String(majority).split('.')[1]?.length ?? 0);
	const steps = 10 ** (decimals + 2);
	const needed = Math.round((majority / 100) * steps) / steps;
	const shown = shownShare(counts.for / votersOf(counts), steps, needed);
	return percent(Math.round(shown * steps) / 10 ** decimals);
}

function recusals({ members }: MinutesFacts, { recused }: PaperVote): Paragraph[] {
	if (recused.length === 0) return [];
	const said = recused.map(({ memberId, grounds: why }) => {
		const name = members.find((member) => member.memberId === memberId)?.displayName ?? '';
		return `${name} (${joined(why.map((ground) => grounds[ground]))})`;
	});
	return [paragraph(`Không tham gia do có quyền lợi liên quan: ${said.join('; ')}.`)];
}

const conclusion = (facts: MinutesFacts) =>
	ruledTable(
		[
			{ heading: 'TT', width: 12, align: 'centre' },
			{ heading: 'Hạng mục', width: 108 },
			{ heading: 'Số lượng', width: 40, align: 'centre' },
		],
		byCategory(proposed(facts)).map(({ name, nominees }, index) => [
			...[String(index + 1), name, counted(nominees)],
		]),
	);
