import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { among, idList } from '../server/db/among';
import { storedFile } from '../server/db/schema';
import { InvalidError } from '../server/errors';
import { fileNameFor } from '../server/file-name';
import type { Results } from './read-results.server';

/** As much as is held in memory for one archive. */
const mostBytes = 300 * 1024 * 1024;

export interface AnswerFile {
	/** Of the unit. */
	code: string;
	/** Of the question. */
	key: string;
	name: string;
	content: Uint8Array;
}

/** The files of all answers. @throws InvalidError when they are too large together. */
export async function readFiles(
	database: Database,
	{ lines, questions, files }: Results,
): Promise<AnswerFile[]> {
	const ids = [...files.keys()];
	const [size] = await queryRows<{ bytes: number }>(
		database,
		sql`select coalesce(sum(byte_length), 0)::float8 as bytes from stored_file where id in ${idList(ids)}`,
	);
	if ((size?.bytes ?? 0) > mostBytes)
		throw new InvalidError([
			{ field: 'file', rule: 'fileTooLarge', message: 'the files are too large together' },
		]);
	const stored = await database
		.select({
			id: storedFile.id,
			name: storedFile.name,
			mediaType: storedFile.mediaType,
			content: storedFile.content,
		})
		.from(storedFile)
		.where(among(storedFile.id, ids));
	const byId = new Map(stored.map((file) => [file.id, file]));
	const keys = questions.filter(({ kind }) => kind === 'file').map(({ key }) => key);
	return lines.flatMap(({ code, answers }) =>
		keys.flatMap((key) => {
			const id = answers?.[key];
			const file = typeof id === 'number' ? byId.get(id) : undefined;
			if (!file) return [];
			return [{ code, key, name: fileNameFor(file.name, file.mediaType), content: file.content }];
		}),
	);
}
