import ExcelJS, { type Worksheet } from 'exceljs';
import type { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { MinutesFacts } from '../../contracts/awards/papers';
import { vi } from '../../messages/vi';
import { fullName } from '../official/wording';
import { toSafeText } from '../workbook/csv';
import { rowHeight } from '../workbook/row-height';
import { listTitle } from './nominee-list';
import { aboutCell, byCategory, lastVote, nameOf, proposed } from './nominees';

const headings = [
	...['TT', 'Hạng mục', 'Tên tập thể, họ và tên cá nhân', 'Chức vụ, đơn vị', 'Đơn vị đề nghị'],
	...['Đồng ý', 'Không đồng ý', 'Không có ý kiến', 'Có quyền bỏ phiếu'],
];
/** In characters: together they nearly fill an A4 page across, so that it needn't be printed small. */
const widths = [5, 24, 34, 32, 22, 9, 9, 10, 10];
const font = { name: 'Times New Roman', size: 12 };
const thin = { style: 'thin' } as const;
/** The library's own names of paper sizes exist for the compiler only. */
const a4 = { paperSize: 9 };
/** In inches. */
const margins = { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 };

/** The list of nominees as a workbook, a line for each; numbers stay numbers. */
export async function writeListXlsx(
	facts: MinutesFacts,
	settings: AwardPaperSettings,
): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet('Danh sách', {
		pageSetup: {
			...a4,
			orientation: 'landscape',
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			margins,
		},
		views: [{ state: 'frozen', ySplit: 2 }],
	});
	for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
	sheet.mergeCells(1, 1, 1, widths.length);
	const title = sheet.getCell(1, 1);
	title.value = toSafeText(listTitle(settings).replace('\n', ' '));
	title.font = { ...font, size: 13, bold: true };
	title.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
	sheet.getRow(1).height = 40;
	addRow(sheet, headings, true);
	for (const { name, nominees } of byCategory(proposed(facts)))
		for (const [index, nominee] of nominees.entries()) {
			const counts = lastVote(facts.votes, nominee.nominationId)?.counts;
			const { kind, name: by } = nominee.nominatedBy;
			addRow(sheet, [
				...[
					index + 1,
					name,
					nameOf(nominee),
					aboutCell(nominee),
					fullName(vi.common.kinds[kind], by),
				],
				...[counts?.for, counts?.against, counts?.abstain, counts?.eligible].map(
					(count) => count ?? null,
				),
			]);
		}
	sheet.pageSetup.printTitlesRow = '2:2';
	sheet.headerFooter.oddFooter = '&C&P / &N';
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addRow(sheet: Worksheet, cells: readonly (string | number | null)[], bold = false): void {
	const row = sheet.addRow(
		cells.map((cell) => (typeof cell === 'string' ? toSafeText(cell) : cell)),
	);
	row.height = rowHeight(cells, widths);
	row.eachCell({ includeEmpty: true }, (cell) => {
		cell.font = { ...font, bold };
		cell.border = { top: thin, left: thin, bottom: thin, right: thin };
		const centred = bold || typeof cell.value === 'number';
		cell.alignment = {
			...{ wrapText: true, vertical: 'middle' },
			...(centred ? { horizontal: 'center' } : { horizontal: 'left', indent: 1 }),
		};
	});
}
