import { vi } from '../../messages/vi';
import { statedText } from './figures';
import { paragraph, widthOf, type OfficialSection } from './frame';
import { appendixHead, gap } from './parts';
import type { PeriodicReport } from './periodic-report';
import { ruledTable } from './tables';
import { gapText } from './wording';

/** What several reporters count of the same thing, side by side with the gap. */
export function comparedAppendix(
	{ compared, span }: PeriodicReport,
	number: string,
	attachedTo: string,
): OfficialSection[] {
	if (compared.length === 0) return [];
	const widths = [10, 22, 24, 24, 24];
	const rest = widthOf({}) - widths.reduce((sum, width) => sum + width, 0);
	const [index = 0, unit = 0, counted = 0, stated = 0, difference = 0] = widths;
	return [
		{
			children: [
				...appendixHead(
					number,
					`Số liệu của nhiều nguồn về cùng nội dung\n${span.name}`,
					attachedTo,
				),
				ruledTable(
					[
						{ heading: 'TT', width: index, align: 'centre' },
						{ heading: 'Chỉ số', width: rest / 2 },
						{ heading: 'Đơn vị tính', width: unit, align: 'centre' },
						{ heading: 'Số tính vào báo cáo', width: counted, align: 'end' },
						{ heading: 'Nguồn khác', width: rest / 2 },
						{ heading: 'Số của nguồn khác', width: stated, align: 'end' },
						{ heading: 'Chênh lệch', width: difference, align: 'end' },
					],
					compared.map((figure, row) => [
						String(row + 1),
						figure.name,
						vi.indicators.countingUnits[figure.countingUnit],
						figure.counted ? statedText(figure.counted, false) : '',
						figure.source,
						statedText(figure.stated, false),
						gapText(figure.stated, figure.counted),
					]),
				),
				gap(2),
				paragraph(
					'Ghi chú: các số liệu này nói về cùng một nội dung nên không cộng vào nhau; chênh lệch là số của nguồn khác so với số tính vào báo cáo.',
					{ size: 12, italics: true },
				),
			],
		},
	];
}
