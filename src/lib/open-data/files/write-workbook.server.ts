import { unzip, zip, type Unzipped } from 'fflate';
import { streamWorkbook } from '../../papers/workbook/stream-workbook.server';
import { columns } from './columns';
import type { Table } from './rows';

/** One workbook: the rows, what each column means, and what the file is. Of one table always the same bytes. */
export async function writeWorkbook({ manifest, rows }: Table): Promise<Uint8Array> {
	const content = await streamWorkbook((workbook) => {
		workbook.created = new Date(manifest.approvedAt);
		workbook.modified = workbook.created;
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
	return packAnew(await unpack(content));
}

/** As early as an archive can say: it keeps the fields of a local date, which are the same in every zone. */
const anyTime = new Date(1980, 0, 1);

const unpack = (content: Uint8Array): Promise<Unzipped> =>
	new Promise((resolve, reject) => {
		unzip(content, (error, parts) => (error ? reject(error) : resolve(parts)));
	});

/** The library that writes workbooks packs them with the time of day. */
const packAnew = (parts: Unzipped): Promise<Uint8Array> =>
	new Promise((resolve, reject) => {
		const sorted = Object.fromEntries(Object.entries(parts).sort());
		zip(sorted, { mtime: anyTime }, (error, content) => (error ? reject(error) : resolve(content)));
	});
