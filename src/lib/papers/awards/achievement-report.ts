import type { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { PaperEvidence, PaperNominee } from '../../contracts/awards/papers';
import type { FileChild } from 'docx';
import {
	centred,
	heading,
	officialDocument,
	paragraph,
	sideBySide,
	textWidth,
	toDocx,
} from '../official/frame';
import {
	appendixHead,
	closingParts,
	gap,
	itemList,
	paperHead,
	paperTitle,
} from '../official/parts';
import { statedText } from '../official/figures';
import { ruledTable } from '../official/tables';
import { unitTitle } from '../official/wording';
import { aboutOf, isPerson, nameOf, startOf } from './nominees';
import { approvalText, figureName, sourceText, type FigureNames } from './wording';

/** One nominee with what is on record of what it did. */
export interface ReportFacts {
	nominee: PaperNominee;
	/** In the nominator's words. */
	merits: string;
	/** Earlier awards on record, as papers name them. */
	earlierAwards: readonly string[];
	/** Who attested the dossier, and of which content. */
	attested: { name: string; post: string; at: string; sha256: string } | null;
	figureNames: FigureNames;
}

/** The achievement report, with the figures of the evidence and an annex that says where each comes from. */
export function writeAchievementReport(
	facts: ReportFacts,
	settings: AwardPaperSettings,
	year: number,
): Promise<Uint8Array> {
	const { nominee, merits, earlierAwards } = facts;
	const about = `Đề nghị tặng ${settings.awardName}\nnhân dịp ${settings.occasion}`;
	const person = isPerson(nominee);
	const figures = numbered(nominee.evidence);
	return toDocx(
		officialDocument(about, [
			{
				children: [
					paperHead({
						superiorBody: nominee.within ? unitTitle(nominee.within) : '',
						issuingBody: startOf(nominee.unit),
						...{ numberSuffix: 'BC', place: nominee.unit.name, year: String(year) },
					}),
					...paperTitle('Báo cáo thành tích', about),
					centred(`${person ? 'Cá nhân' : 'Tập thể'}: ${nameOf(nominee)}`, { bold: true }, 6),
					heading(person ? 'I. Sơ lược về cá nhân' : 'I. Đặc điểm, tình hình', 1),
					paragraph(`${person ? 'Chức vụ, đơn vị công tác' : 'Địa bàn'}: ${aboutOf(nominee)}.`),
					paragraph(
						person
							? 'Quá trình tham gia và nhiệm vụ được giao: …………………'
							: 'Cơ cấu tổ chức, số lượng thành viên, chức năng, nhiệm vụ: …………',
					),
					heading('II. Thành tích đạt được', 1),
					...merits
						.split(/\n+/)
						.filter((line) => line.trim() !== '')
						.map((line) => paragraph(line.trim())),
					...(figures.length > 0
						? [paragraph('Các số liệu đã được duyệt (nguồn của từng số liệu ghi tại Phụ lục):')]
						: []),
					...itemList([
						...figures.map(({ label, text }) => `${label(facts.figureNames)}: ${text}`),
						...otherEvidence(nominee.evidence),
					]),
					heading('III. Các hình thức đã được khen thưởng', 1),
					...(earlierAwards.length > 0
						? itemList(earlierAwards)
						: [paragraph('Chưa ghi nhận hình thức khen thưởng nào.')]),
					gap(6),
					signatures(facts),
				],
			},
			{ children: annex(facts, figures) },
		]),
	);
}

interface NumberedFigure {
	label: (names: FigureNames) => string;
	text: string;
	piece: PaperEvidence;
}

const numbered = (evidence: readonly PaperEvidence[]): NumberedFigure[] =>
	evidence.flatMap((piece) =>
		piece.figures.map((figure) => ({
			label: (names: FigureNames) => figureName(names, figure),
			text: statedText({ value: figure.value, qualifier: figure.qualifier }, false),
			piece,
		})),
	);

const otherEvidence = (evidence: readonly PaperEvidence[]) =>
	evidence.filter(({ part }) => part === 'practice' || part === 'activity').map(sourceText);

/** Who reports signs, beside who confirms it: a person's head, or a collective's level that submits. */
function signatures({ nominee, attested }: ReportFacts) {
	const half = textWidth / 2;
	const head = attested?.name ?? '';
	const confirmed = isPerson(nominee)
		? closingParts([], ['Thủ trưởng đơn vị'], head)
		: closingParts([], ['Xác nhận của cấp trình'], '');
	const signed = isPerson(nominee)
		? closingParts([], ['Người báo cáo'], nominee.name)
		: closingParts([], ['Thủ trưởng đơn vị'], head);
	return sideBySide(
		{ width: half, children: confirmed.signature },
		{ width: half, children: signed.signature },
	);
}

function annex(
	{ nominee, attested, figureNames }: ReportFacts,
	figures: readonly NumberedFigure[],
): FileChild[] {
	return [
		...appendixHead('', 'Nguồn của các số liệu', `Báo cáo thành tích của ${nameOf(nominee)}`),
		ruledTable(
			[
				{ heading: 'TT', width: 12, align: 'centre' },
				{ heading: 'Số liệu', width: 56 },
				{ heading: 'Giá trị', width: 24, align: 'end' },
				{ heading: 'Nguồn', width: 38 },
				{ heading: 'Thời điểm duyệt', width: 30 },
			],
			figures.map(({ label, text, piece }, index) => [
				...[String(index + 1), label(figureNames), text, sourceText(piece), approvalText(piece)],
			]),
			{ size: 11 },
		),
		...(attested
			? [
					paragraph(
						`${attested.name}, ${attested.post}, đã xác nhận hồ sơ lúc ${attested.at}. Mã băm SHA-256 của nội dung được xác nhận:`,
						{ size: 12 },
					),
					// As long as a line: within a sentence it would stretch what is before it.
					centred(attested.sha256, { size: 12 }),
				]
			: []),
	];
}
