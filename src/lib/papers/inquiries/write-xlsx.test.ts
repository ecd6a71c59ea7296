import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { Question } from '../../contracts/inquiries';
import { sumUp } from '../../inquiries/sum-up';
import { writeInquiryXlsx } from './write-xlsx.server';

it('rounds shares as pages do: never up to all, nor down to none', async () => {
	const question: Question = {
		...{ key: 'q1', kind: 'choice', label: 'Có sóng không?', explanation: '', required: true },
		...{ unit: '', least: null, most: null, summed: false, options: ['Có', 'Không'] },
		several: false,
	};
	const answers = Array.from({ length: 3_000 }, (_, unitId) => ({
		...{ unitId, answers: { q1: [unitId === 0 ? 'Không' : 'Có'] } },
	}));
	const content = await writeInquiryXlsx({
		...{ title: 'Sóng', dueAt: new Date('2026-11-30T00:00:00Z'), questions: [question] },
		...{ lines: [], sums: sumUp([question], answers), files: new Map() },
		unit: {
			...{ id: 1, code: '98', level: 'province', kind: 'tinh', name: 'Thử', parentId: null },
			...{ validFrom: '2020-01-01', validTo: null },
		},
	});
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Buffer.from(content).buffer);
	const shares = workbook.worksheets[1]?.getColumn(8).values.slice(2);
	expect(shares).toEqual([99.9, 0.1]);
});
