import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UploadedRow } from '../../contracts/papers';
import { submitReports, type SubmitResult } from '../../reports/intake/submit.server';
import type { Database } from '../../server/db/client';
import { reportUpload, reportUploadFile } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { explain, parseWords, type WordFaults } from './words';
import { readUpload } from './read-upload.server';

/**
 * Stores the new and changed rows of what an account has sent as reports, with the sender's words about
 * figures that look odd. A report that somebody changed since the preview is refused, and its row says
 * so from then on.
 * @param given fields of the preview's form; `parseWords` reads it.
 * @throws NotFoundError; ConflictError when it was confirmed before.
 */
export async function confirmUpload(
	database: Database,
	actor: Actor,
	id: string,
	given: Readonly<Record<string, string>>,
	now: Date,
): Promise<{ stored: number; refused: number } | { faults: WordFaults }> {
	const parsed = parseWords(given);
	if ('faults' in parsed) return parsed;
	return database.transaction(async (transaction) => {
		const { files } = await readUpload(transaction, actor, id);
		const [first] = await transaction
			.update(reportUpload)
			.set({ confirmedAt: now })
			.where(and(eq(reportUpload.id, id), isNull(reportUpload.confirmedAt)))
			.returning({ id: reportUpload.id });
		if (!first) throw new ConflictError('These files were taken in before.');
		const wanted = files.flatMap(({ position, rows }) =>
			rows.flatMap((row, index) =>
				isWanted(row) ? [{ row, words: explain(row, parsed.words, { position, index }) }] : [],
			),
		);
		const results = await submitReports(
			transaction,
			actor,
			wanted.map(({ row: { input }, words }) =>
				words.length === 0 ? input : { ...input, explanations: words },
			),
			{ channel: 'file', now },
		);
		const outcome = new Map(wanted.map(({ row }, index) => [row, results[index]]));
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
	const problems = result.problems.map(({ field, rule, numbers, place }) => ({
		address: `A${row.row}`,
		field,
		rule,
		...(numbers ? { numbers } : {}),
		...(place ? { place } : {}),
	}));
	return { ...row, state: 'wrong', problems };
}
