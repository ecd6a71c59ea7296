import { zip, type AsyncZippable } from 'fflate';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { readFiles } from '../../inquiries/read-files.server';
import { readResults, type Results } from '../../inquiries/read-results.server';
import type { Database } from '../../server/db/client';
import { mediaTypes, type PaperFile } from '../reports/marked-copy.server';
import { writeCsv } from '../workbook/csv';
import { columnsOf, rowOf } from './answer-rows.server';
import { writeInquiryDocx } from './write-docx.server';
import { writeInquiryXlsx } from './write-xlsx.server';

export const inquiryFiles = ['xlsx', 'csv', 'docx', 'zip'] as const;
export type InquiryFile = (typeof inquiryFiles)[number];

/**
 * What units answered to an inquiry, as a file; people may be named in it, so who took it is written
 * into the log.
 * @throws NotFoundError when there is none whose answers the actor may see; InvalidError when its files
 * are more than fit into one.
 */
export async function writeInquiry(
	database: Database,
	actor: Actor,
	{ id, file, now }: { id: number; file: InquiryFile; now: Date },
): Promise<PaperFile> {
	const results = await readResults(database, actor, id, now);
	await writeAudit(database, {
		...{ actor, action: 'inquiry.export', subject: `inquiry:${id}` },
		details: { file, units: results.lines.length },
	});
	return {
		name: `bao-cao-dot-xuat-${id}.${file}`,
		content: await contentOf(database, results, file),
		mediaType: file === 'zip' ? 'application/zip' : mediaTypes[file],
	};
}

function contentOf(
	database: Database,
	results: Results,
	file: InquiryFile,
): Promise<Uint8Array> | Uint8Array {
	if (file === 'xlsx') return writeInquiryXlsx(results);
	if (file === 'docx') return writeInquiryDocx(results);
	if (file === 'zip') return zipFiles(database, results);
	const { questions, lines, files } = results;
	return new TextEncoder().encode(
		writeCsv([columnsOf(questions), ...lines.map((line) => rowOf(line, questions, files))]),
	);
}

/** Every file that was handed in, in a folder of its unit. */
async function zipFiles(database: Database, results: Results): Promise<Uint8Array> {
	const entries: AsyncZippable = {};
	for (const { code, key, name, content } of await readFiles(database, results))
		entries[`${code}/${key}-${name.replace(/[\\/:*?"<>|]/g, '_')}`] = content;
	// Photos and scans hardly pack: it is one file for the sake of being one.
	return new Promise((resolve, reject) => {
		zip(entries, { level: 0 }, (error, content) => (error ? reject(error) : resolve(content)));
	});
}
