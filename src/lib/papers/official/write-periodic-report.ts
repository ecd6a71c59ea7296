import type { Paragraph } from 'docx';
import { indicatorGroups, type IndicatorGroup } from '../../contracts/indicators';
import {
	centred,
	heading,
	officialDocument,
	paragraph,
	toDocx,
	type OfficialSection,
} from './frame';
import { byPeriodAppendix, byUnitAppendix } from './appendices';
import { comparedAppendix } from './compared-appendix';
import { closing, gap, paperHead, paperTitle } from './parts';
import type { PeriodicReport, ReportLine } from './periodic-report';
import { titleInText } from './narrative/title';
import { sentences } from './sentences';
import { capitalised, groupHeadings } from './wording';

/** Where each group of the catalogue is told: a new one has no place until it is given one here. */
const sectionOf: Record<IndicatorGroup, 'situation' | 'results'> = {
	organisation: 'situation',
	outreach: 'results',
	training: 'results',
	digitalGovernment: 'results',
	digitalEconomy: 'results',
	digitalSociety: 'results',
	skillsCoverage: 'results',
	support: 'results',
};
const groupsOf = (section: 'situation' | 'results') =>
	indicatorGroups.filter((group) => sectionOf[group] === section);

/** The draft of a periodic report as `.docx`: its text, then its annexes with the numbers. */
export function writePeriodicReport(report: PeriodicReport): Promise<Uint8Array> {
	const { texts, span } = report;
	const about = titleInText(texts.title);
	const attachedTo = `Báo cáo số        /${texts.numberSuffix} ngày      tháng      năm ${yearOf(report)} của ${texts.issuingBody}`;
	const text: OfficialSection = {
		children: [
			paperHead({ ...texts, year: yearOf(report) }),
			...paperTitle('Báo cáo', texts.title),
			...(texts.addressee === '' ? [] : [centred(`Kính gửi: ${texts.addressee}`, {}, 6)]),
			...paragraphs(texts.legalBases),
			paragraph(`${capitalised(texts.issuingBody)} báo cáo ${about} như sau:`),
			...situation(report),
			...results(report),
			...assessment(texts),
			...freeText('IV. Đề xuất, kiến nghị', 1, texts.proposals),
			// A signature never stands on a page of its own, nor with the closing words alone.
			...freeText(`V. Phương hướng, nhiệm vụ ${texts.nextPeriod}`, 1, texts.nextTasks, true),
			paragraph(`Trên đây là báo cáo ${about}./.`, {}, true),
			gap(3),
			closing(linesOf(texts.recipients), linesOf(texts.signature), texts.signatory),
		],
	};
	const byUnit = byUnitAppendix(report, attachedTo);
	const annexes = [
		...byPeriodAppendix(report, attachedTo),
		...byUnit,
		...comparedAppendix(report, byUnit.length > 0 ? 'III' : 'II', attachedTo),
	];
	return toDocx(officialDocument(`Báo cáo ${span.name}`, [text, ...annexes]));
}

/** The year in which it will be signed: the one its span ends in. */
const yearOf = ({ span }: PeriodicReport) => span.endsOn.slice(0, 4);

function linesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

const paragraphs = (text: string) => linesOf(text).map((line) => paragraph(line));

/** Where there is nothing to say yet, the clerk finds room to say it. */
const room = '…'.repeat(28);

/** @param tied keeps the last line on the page of what follows. */
const orRoom = (lines: readonly string[], tied = false) =>
	(lines.length > 0 ? lines : [room]).map((line, index, all) =>
		paragraph(line, {}, tied && index === all.length - 1),
	);

const freeText = (title: string, level: 1 | 2, text: string, tied = false) => [
	heading(title, level),
	...orRoom(linesOf(text), tied),
];

const linesOfGroup = ({ lines }: PeriodicReport, group: IndicatorGroup): ReportLine[] =>
	lines.filter((line) => line.group === group && line.value !== null);

const saidOf = (report: PeriodicReport, group: IndicatorGroup): string[] =>
	sentences(linesOfGroup(report, group), report);

function situation(report: PeriodicReport) {
	return [
		heading('I. Tình hình chung', 1),
		...orRoom([
			...linesOf(report.texts.situation),
			...groupsOf('situation').flatMap((group) => saidOf(report, group)),
		]),
	];
}

interface ResultPart {
	title: string;
	children: Paragraph[];
}

/** What was done, by the catalogue's groups, then with whom, and what is worth copying. */
function resultParts(report: PeriodicReport): ResultPart[] {
	const { texts, practices } = report;
	const shown = practices.map(
		({ title, unitName }) => `- ${title.replace(/[.;\s]+$/, '')} (${unitName}).`,
	);
	return [
		...groupsOf('results').map((group) => ({
			title: groupHeadings[group],
			children: group === 'outreach' ? outreach(report) : plain(saidOf(report, group)),
		})),
		{ title: 'Công tác phối hợp', children: paragraphs(texts.coordination) },
		{ title: 'Mô hình, cách làm hay', children: plain(shown) },
	].filter(({ children }) => children.length > 0);
}

const plain = (lines: readonly string[]) => lines.map((line) => paragraph(line));

/** Forms, contents and figures, each below a heading of its own where there is more than one. */
function outreach(report: PeriodicReport): Paragraph[] {
	const parts = [
		['Hình thức', paragraphs(report.texts.outreachForms)],
		['Nội dung', paragraphs(report.texts.outreachContents)],
		['Kết quả', plain(saidOf(report, 'outreach'))],
	] as const;
	const told = parts.filter(([, children]) => children.length > 0);
	return told.length === 1 && told[0]?.[0] === 'Kết quả'
		? told[0][1]
		: told.flatMap(([title, children], index) => [
				heading(`${'abc'[index]}) ${title}`, 3),
				...children,
			]);
}

function results(report: PeriodicReport) {
	const parts = resultParts(report);
	return [
		heading('II. Kết quả thực hiện', 1),
		...(parts.length === 0 ? [paragraph(room)] : []),
		...parts.flatMap(({ title, children }, index) => [
			heading(`${index + 1}. ${title}`, 2),
			...children,
		]),
		...(report.lines.some(({ value }) => value !== null)
			? [paragraph('(Số liệu chi tiết tại các Phụ lục kèm theo.)', { italics: true })]
			: []),
	];
}

const assessment = ({ merits, limits, causes, solutions }: PeriodicReport['texts']) => [
	heading('III. Đánh giá chung', 1),
	...freeText('1. Ưu điểm', 2, merits),
	...freeText('2. Tồn tại, hạn chế', 2, limits),
	...freeText('3. Nguyên nhân', 2, causes),
	...freeText('4. Giải pháp', 2, solutions),
];
