import type { IndicatorGroup } from '../../contracts/indicators';
import {
	centred,
	heading,
	officialDocument,
	paragraph,
	toDocx,
	type OfficialSection,
} from './frame';
import { byPeriodAppendix, byUnitAppendix } from './appendices';
import { closing, gap, paperHead, paperTitle } from './parts';
import type { PeriodicReport, ReportLine } from './periodic-report';
import { sentences } from './sentences';
import { groupHeadings, unitTitle } from './wording';

const resultGroups: readonly IndicatorGroup[] = [
	'outreach',
	'training',
	'digitalGovernment',
	'digitalEconomy',
	'digitalSociety',
	'skillsCoverage',
	'support',
];

/** The draft of a periodic report as `.docx`: its text, then its annexes with the numbers. */
export function writePeriodicReport(report: PeriodicReport): Promise<Uint8Array> {
	const { texts, unit, span } = report;
	const beforeSpan = span.kind === 'custom' ? '\n' : ' ';
	const about = `Kết quả hoạt động Tổ công nghệ số cộng đồng${beforeSpan}${span.name}\ntrên địa bàn ${unitTitle(unit)}`;
	const attachedTo = `Báo cáo số        /${texts.numberSuffix} ngày      tháng      năm ${yearOf(report)} của ${texts.issuingBody}`;
	const text: OfficialSection = {
		children: [
			paperHead({ ...texts, year: yearOf(report) }),
			...paperTitle('Báo cáo', about),
			...(texts.addressee === '' ? [] : [centred(`Kính gửi: ${texts.addressee}`, {}, 6)]),
			...paragraphs(texts.legalBases),
			paragraph(
				`${capitalised(texts.issuingBody)} báo cáo kết quả hoạt động của Tổ công nghệ số cộng đồng ${span.name} trên địa bàn ${unitTitle(unit)} như sau:`,
			),
			...organisation(report),
			...results(report),
			...freeText('III. Khó khăn, vướng mắc', texts.difficulties),
			...freeText('IV. Đề xuất, kiến nghị', texts.proposals),
			...freeText('V. Phương hướng, nhiệm vụ kỳ tới', texts.nextTasks),
			// A signature never stands on a page of its own.
			paragraph(
				`Trên đây là báo cáo kết quả hoạt động Tổ công nghệ số cộng đồng ${span.name} trên địa bàn ${unitTitle(unit)}./.`,
				{},
				true,
			),
			gap(3),
			closing(linesOf(texts.recipients), linesOf(texts.signature), texts.signatory),
		],
	};
	const annexes = [...byPeriodAppendix(report, attachedTo), ...byUnitAppendix(report, attachedTo)];
	return toDocx(officialDocument(`Báo cáo ${span.name}`, [text, ...annexes]));
}

/** The year in which it will be signed: the one its span ends in. */
const yearOf = ({ span }: PeriodicReport) => span.endsOn.slice(0, 4);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function linesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

const paragraphs = (text: string) => linesOf(text).map((line) => paragraph(line));

function freeText(title: string, text: string) {
	const lines = linesOf(text);
	return [heading(title, 1), ...(lines.length > 0 ? lines : [room]).map((line) => paragraph(line))];
}

const linesOfGroup = ({ lines }: PeriodicReport, group: IndicatorGroup): ReportLine[] =>
	lines.filter((line) => line.group === group && line.value !== null);

/** Where there is nothing to say yet, the clerk finds room to say it. */
const room = '…'.repeat(28);

function organisation(report: PeriodicReport) {
	const texts = [
		...linesOf(report.texts.situation),
		...sentences(linesOfGroup(report, 'organisation'), report),
	];
	return [
		heading('I. Tình hình chung', 1),
		...(texts.length > 0 ? texts : [room]).map((line) => paragraph(line)),
	];
}

function results(report: PeriodicReport) {
	const groups = resultGroups
		.map((group) => ({ group, lines: linesOfGroup(report, group) }))
		.filter(({ lines }) => lines.length > 0);
	const { practices } = report;
	const none = groups.length === 0 && practices.length === 0 ? [paragraph('Chưa có số liệu.')] : [];
	return [
		heading('II. Kết quả thực hiện', 1),
		...none,
		...groups.flatMap(({ group, lines }, index) => [
			heading(`${index + 1}. ${groupHeadings[group]}`, 2),
			...sentences(lines, report).map((line) => paragraph(line)),
		]),
		...(practices.length > 0
			? [
					heading(`${groups.length + 1}. Mô hình, cách làm hay`, 2),
					...practices.map(({ title, unitName }) =>
						paragraph(`- ${title.replace(/[.;\s]+$/, '')} (${unitName}).`),
					),
				]
			: []),
		...(groups.length > 0
			? [paragraph('(Số liệu chi tiết tại các Phụ lục kèm theo.)', { italics: true })]
			: []),
	];
}
