import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { ConcealedParts, FilePlace, UploadedRow } from '../../contracts/papers';
import type { Database } from '../../server/db/client';
import { reportUpload, reportUploadFile } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { fileRefusals, type FileRefusal } from '../workbook/refused-file.server';

export interface UploadedFile {
	position: number;
	name: string;
	/** Why the file as a whole was not read. */
	refusal: FileRefusal | null;
	/** Where in the file that is so. */
	refusalPlace: FilePlace | null;
	concealed: ConcealedParts;
	rows: UploadedRow[];
}

export interface Upload {
	id: string;
	/** ISO instants. */
	createdAt: string;
	confirmedAt: string | null;
	files: UploadedFile[];
}

/**
 * What an account has sent and not yet forgotten; nobody else sees it.
 * @throws NotFoundError
 */
export async function readUpload(database: Database, actor: Actor, id: string): Promise<Upload> {
	const [upload] = await database
		.select()
		.from(reportUpload)
		.where(and(eq(reportUpload.id, id), eq(reportUpload.accountId, actor.accountId)));
	if (!upload) throw new NotFoundError(`There is no upload ${id} of this account.`);
	const files = await database
		.select(fileColumns)
		.from(reportUploadFile)
		.where(eq(reportUploadFile.uploadId, id))
		.orderBy(asc(reportUploadFile.position));
	return {
		id,
		createdAt: upload.createdAt.toISOString(),
		confirmedAt: upload.confirmedAt?.toISOString() ?? null,
		files: files.map((file) => ({
			...file,
			refusal: fileRefusals.find((refusal) => refusal === file.refusal) ?? null,
		})),
	};
}

/** All but the file itself. */
const fileColumns = {
	position: reportUploadFile.position,
	name: reportUploadFile.name,
	refusal: reportUploadFile.refusal,
	refusalPlace: reportUploadFile.refusalPlace,
	concealed: reportUploadFile.concealed,
	rows: reportUploadFile.rows,
};
