import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip as millimetres,
	Document,
	Header,
	NumberFormat,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlignTable,
	WidthType,
	type FileChild,
	type ISectionOptions,
} from 'docx';

/** The form that Decree 30/2020 gives every official paper; sizes in points, lengths in millimetres. */
const font = 'Times New Roman';
const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 20 };
export const textWidth = page.width - page.left - page.right;
const landscapeWidth = page.height - page.left - page.right;
export const bodySize = 14;

export interface TextStyle {
	size?: number;
	bold?: boolean;
	italics?: boolean;
}

/** docx counts in half points. */
export const run = (text: string, { size = bodySize, ...style }: TextStyle = {}) =>
	new TextRun({ text, font, size: size * 2, ...style });

export const centred = (text: string, style: TextStyle = {}, after = 0) =>
	new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { after: after * 20 },
		children: [run(text, style)],
	});

const textForm = {
	alignment: AlignmentType.JUSTIFIED,
	indent: { firstLine: millimetres(12.7) },
	spacing: { before: 60, after: 60, line: 276, lineRule: 'auto' },
} as const;

/**
 * A paragraph of the text: justified, its first line 1.27 cm in.
 * @param keepNext stays on the page of what follows.
 */
export const paragraph = (text: string, style: TextStyle = {}, keepNext = false) =>
	new Paragraph({ ...textForm, keepNext, children: [run(text, style)] });

/** `Điều 1. …` of a decision. */
export const article = (number: number, text: string) =>
	new Paragraph({
		...textForm,
		children: [run(`Điều ${number}.`, { bold: true }), run(` ${text}`)],
	});

/** `I. KẾT QUẢ` (level 1), `1. Chính quyền số` (level 2) or `a) Hình thức` (level 3). */
export const heading = (text: string, level: 1 | 2 | 3) =>
	new Paragraph({
		alignment: AlignmentType.JUSTIFIED,
		indent: { firstLine: millimetres(12.7) },
		spacing: { before: level === 1 ? 160 : 100, after: 60 },
		keepNext: true,
		children: [
			run(level === 1 ? text.toUpperCase() : text, { bold: level < 3, italics: level === 3 }),
		],
	});

/** A line below a text, as long as asked. */
export const rule = (cellWidth: number, length: number) => {
	const side = millimetres((cellWidth - length) / 2);
	return new Paragraph({
		indent: { left: side, right: side },
		spacing: { after: 0, line: 60, lineRule: 'exact' },
		border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
		children: [],
	});
};

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const noBorders = { top: none, bottom: none, left: none, right: none };

/** Two columns without lines: the paper's head, and recipients beside the signature. */
export function sideBySide(
	left: { width: number; children: Paragraph[] },
	right: { width: number; children: Paragraph[] },
): Table {
	const cell = ({ width, children }: typeof left) =>
		new TableCell({
			width: { size: millimetres(width), type: WidthType.DXA },
			margins: { left: 0, right: 0 },
			verticalAlign: VerticalAlignTable.TOP,
			borders: noBorders,
			children,
		});
	return new Table({
		layout: TableLayoutType.FIXED,
		columnWidths: [millimetres(left.width), millimetres(right.width)],
		width: { size: millimetres(left.width + right.width), type: WidthType.DXA },
		borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
		rows: [new TableRow({ cantSplit: true, children: [cell(left), cell(right)] })],
	});
}

export interface OfficialSection {
	children: FileChild[];
	landscape?: boolean;
}

/** The number of each page stands top centre, but not on a first page; annexes count anew. */
export function officialDocument(title: string, sections: readonly OfficialSection[]): Document {
	return new Document({
		title,
		styles: { default: { document: { run: { font, size: bodySize * 2 } } } },
		sections: sections.map(sectionOf),
	});
}

function sectionOf({ children, landscape = false }: OfficialSection): ISectionOptions {
	const number = new Paragraph({
		alignment: AlignmentType.CENTER,
		children: [new TextRun({ children: [PageNumber.CURRENT], font, size: 26 })],
	});
	return {
		properties: {
			titlePage: true,
			page: {
				size: {
					width: millimetres(page.width),
					height: millimetres(page.height),
					orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
				},
				margin: {
					top: millimetres(page.top),
					bottom: millimetres(page.bottom),
					left: millimetres(page.left),
					right: millimetres(page.right),
					header: millimetres(10),
				},
				pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
			},
		},
		headers: {
			default: new Header({ children: [number] }),
			first: new Header({ children: [new Paragraph({ children: [] })] }),
		},
		children,
	};
}

export const widthOf = ({ landscape = false }: Pick<OfficialSection, 'landscape'>) =>
	landscape ? landscapeWidth : textWidth;

export async function toDocx(document: Document): Promise<Uint8Array> {
	return new Uint8Array(await Packer.toArrayBuffer(document));
}
