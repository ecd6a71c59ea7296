import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UploadedRow } from '../../contracts/papers';
import { submitReports, type SubmitResult } from '../../reports/submit.server';
import type { Database } from '../../server/db/client';
import { reportUpload, reportUploadFile } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { readUpload } from './read-upload.server';

/**
 * Stores the new and changed rows of what an account has sent as reports. A report that somebody
 * changed since the preview is refused, and its row says so from then on.
 * @throws NotFoundError; ConflictError when it was confirmed before.
 */
export async function confirmUpload(
	database: Database,
	actor: Actor,
	id: string,
	now: Date,
): Promise<{ stored: number; refused: number }> {
	return database.transaction(async (transaction) => {
		const { files } = await readUpload(transaction, actor, id);
		const [first] = await transaction
			.update(reportUpload)
			.set({ confirmedAt: now })
			.where(and(eq(reportUpload.id, id), isNull(reportUpload.confirmedAt)))
			.returning({ id: reportUpload.id });
		if (!first) throw new ConflictError('These files were taken in before.');
		const rows = files.flatMap((file) => file.rows.filter(isWanted));
		const results = await submitReports(
			transaction,
			actor,
			rows.map(({ input }) => input),
			{ channel: 'file', now },
		);
		const outcome = new Map(rows.map((row, index) => [row, results[index]]));
		for (const { position, rows: own } of files)
			await transaction
				.update(reportUploadFile)
				.set({ rows: own.map((row) => afterwards(row, outcome.get(row))) })
				.where(and(eq(reportUploadFile.uploadId, id), eq(reportUploadFile.position, position)));
		const stored = results.filter(({ status }) => status === 'accepted').length;
		return { stored, refused: results.length - stored };
	});
}

const isWanted = ({ state }: UploadedRow) => state === 'new' || state === 'changed';

function afterwards(row: UploadedRow, result: SubmitResult | undefined): UploadedRow {
	if (result?.status !== 'rejected') return row;
	const problems = result.problems.map(({ field, rule, numbers }) => ({
		address: `A${row.row}`,
		field,
		rule,
		...(numbers ? { numbers } : {}),
	}));
	return { ...row, state: 'wrong', problems };
}
