import { streamWorkbook } from '../../papers/workbook/stream-workbook.server';
import { columns } from './columns';
import type { Table } from './rows';

/** One workbook: the rows, what each column means, and what the file is. */
export function writeWorkbook({ manifest, rows }: Table): Promise<Uint8Array> {
	return streamWorkbook((workbook) => {
		const data = workbook.addWorksheet('Số liệu', { views: [{ state: 'frozen', ySplit: 1 }] });
		data.columns = columns.map(({ name }) => ({ header: name, key: name, width: 16 }));
		for (const row of rows) data.addRow(row).commit();
		data.commit();
		const dictionary = workbook.addWorksheet('Từ điển dữ liệu');
		dictionary.columns = [
			{ header: 'Cột', key: 'name', width: 28 },
			{ header: 'Kiểu', key: 'type', width: 12 },
			{ header: 'Ý nghĩa', key: 'vi', width: 70 },
			{ header: 'Meaning', key: 'en', width: 70 },
		];
		for (const column of columns) dictionary.addRow(column).commit();
		dictionary.commit();
		const about = workbook.addWorksheet('Về tệp này');
		about.columns = [{ width: 20 }, { width: 80 }];
		for (const pair of Object.entries(manifest)) about.addRow(pair).commit();
		about.commit();
		return Promise.resolve();
	});
}
