import {
	AlignmentType,
	convertMillimetersToTwip as millimetres,
	Paragraph,
	type Table,
} from 'docx';
import { balancedLines } from './balanced-lines';
import { centred, paragraph, rule, run, sideBySide, textWidth } from './frame';

export const nationalTitle = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const motto = 'Độc lập - Tự do - Hạnh phúc';
const leftWidth = 66;
const rightWidth = textWidth - leftWidth;
/** Letters that a line surely holds: of a body's name in the head, a title, one in capitals, what an annex goes with. */
const most = { body: 24, title: 64, capitals: 48, attached: 58 };

/**
 * The head of a paper; number and date stay blank for the clerk. `year`: `2026`. Minutes say in their text
 * where and when: they have no `place`.
 */
export function paperHead(head: {
	superiorBody: string;
	issuingBody: string;
	numberSuffix: string;
	place: string;
	year: string;
}): Table {
	const { superiorBody, issuingBody, numberSuffix, place, year } = head;
	return sideBySide(
		{
			width: leftWidth,
			children: [
				...(superiorBody === '' ? [] : bodyLines(superiorBody)).map((line) =>
					centred(line, { size: 12 }),
				),
				...bodyLines(issuingBody).map((line) => centred(line, { size: 12, bold: true })),
				rule(leftWidth, 24),
				new Paragraph({
					alignment: AlignmentType.CENTER,
					spacing: { before: 80 },
					children: [run(`Số:          /${numberSuffix}`, { size: 13 })],
				}),
			],
		},
		{
			width: rightWidth,
			children: [
				centred(nationalTitle, { size: 12, bold: true }),
				centred(motto, { size: 13, bold: true }),
				rule(rightWidth, 56),
				...(place === ''
					? []
					: [
							new Paragraph({
								alignment: AlignmentType.CENTER,
								spacing: { before: 80 },
								children: [
									run(`${place}, ngày        tháng        năm ${year}`, {
										size: 13,
										italics: true,
									}),
								],
							}),
						]),
			],
		},
	);
}

/** The long name of a committee stands above its place, as signs and seals have it. */
const bodyLines = (body: string) =>
	body
		.toUpperCase()
		.replace(/^([UỦ][YỶ] BAN NHÂN DÂN) /u, '$1\n')
		.split('\n')
		.flatMap((line) => balancedLines(line, most.body));

const titleLines = (title: string, letters: number) =>
	title.split('\n').flatMap((line) => balancedLines(line, letters));

/** `BÁO CÁO`, what it is about, and the line below. */
export const paperTitle = (kind: string, about: string): Paragraph[] => [
	new Paragraph({ spacing: { before: 240 }, children: [] }),
	centred(kind.toUpperCase(), { bold: true }),
	...titleLines(about, most.title).map((line) => centred(line, { bold: true })),
	rule(textWidth, 50),
	new Paragraph({ children: [] }),
];

/** Who gets the paper, and who signs it. */
export function closingParts(
	recipients: readonly string[],
	signature: readonly string[],
	signatory: string,
): { recipients: Paragraph[]; signature: Paragraph[] } {
	const small = (text: string, style: { size: number; bold?: boolean; italics?: boolean }) =>
		new Paragraph({ spacing: { after: 0 }, children: [run(text, style)] });
	const ending = (index: number) => (index === recipients.length - 1 ? '.' : ';');
	return {
		recipients: [
			small('Nơi nhận:', { size: 12, bold: true, italics: true }),
			...recipients.map((line, index) =>
				small(`- ${line.replace(/^[-–\s]+|[.;\s]+$/g, '')}${ending(index)}`, { size: 11 }),
			),
		],
		signature: [
			...signature.map((line) => centred(line.toUpperCase(), { bold: true })),
			...Array.from({ length: 4 }, () => centred('')),
			centred(signatory, { bold: true }),
		],
	};
}

/** Who gets the paper, beside who signs it. */
export function closing(...given: Parameters<typeof closingParts>): Table {
	const { recipients, signature } = closingParts(...given);
	return sideBySide(
		{ width: 80, children: recipients },
		{ width: textWidth - 80, children: signature },
	);
}

/** `Phụ lục I`, or `Phụ lục` where there is but one, its title, and which paper it goes with. */
export const appendixHead = (number: string, title: string, attachedTo: string): Paragraph[] => [
	centred(`Phụ lục ${number}`.trim(), { bold: true }),
	...titleLines(title, most.capitals).map((line) => centred(line.toUpperCase(), { bold: true })),
	...balancedLines(`(Kèm theo ${attachedTo})`, most.attached).map((line, index, { length }) =>
		centred(line, { italics: true }, index === length - 1 ? 6 : 0),
	),
];

/** One below the other, the last with a full stop. */
export const itemList = (items: readonly string[]): Paragraph[] =>
	items.map((item, index) => paragraph(`- ${item}${index === items.length - 1 ? '.' : ';'}`));

export const gap = (length: number) =>
	new Paragraph({ keepNext: true, spacing: { before: millimetres(length) }, children: [] });
