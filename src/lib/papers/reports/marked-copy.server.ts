import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { reportUploadFile } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { readApart } from '../apart/read-apart.server';
import { cellProblemText, type ProblemWords } from './problem-words.server';
import { readUpload } from './read-upload.server';

export interface PaperFile {
	/** Without its folder. */
	name: string;
	content: Uint8Array;
	mediaType: string;
}

export const mediaTypes = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	csv: 'text/csv; charset=utf-8',
} as const;

/**
 * A file as it was sent, with every wrong cell filled and commented.
 * @throws NotFoundError when there is no such file, or it was refused as a whole.
 */
export async function markedCopy(
	database: Database,
	actor: Actor,
	{ upload, position }: { upload: string; position: number },
	words: ProblemWords,
): Promise<PaperFile> {
	const { files } = await readUpload(database, actor, upload);
	const file = files.find((one) => one.position === position && one.refusal === null);
	if (!file) throw new NotFoundError(`There is no file ${position} in upload ${upload}.`);
	const [stored] = await database
		.select({ content: reportUploadFile.content })
		.from(reportUploadFile)
		.where(and(eq(reportUploadFile.uploadId, upload), eq(reportUploadFile.position, position)));
	const { content, extension } = await readApart('markedCopy', {
		content: new Uint8Array(stored?.content ?? []),
		marks: file.rows.flatMap(({ sheet, problems }) =>
			problems.map((problem) => ({
				sheet,
				address: problem.address,
				text: cellProblemText(problem, words),
			})),
		),
	});
	const name = file.name.replace(/\.\w+$/, '');
	return {
		name: `${name} - ${words.work.papers.files.markedSuffix}.${extension}`,
		content,
		mediaType: mediaTypes[extension],
	};
}
