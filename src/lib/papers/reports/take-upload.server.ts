import { randomBytes } from 'node:crypto';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { CellProblem, ConcealedParts, FilePlace, UploadedRow } from '../../contracts/papers';
import { previewReports, type ReportPreview } from '../../reports/intake/preview.server';
import type { SentFile } from '../sent-file';
import type { Database } from '../../server/db/client';
import { reportUpload, reportUploadFile } from '../../server/db/schema';
import { readApart } from '../apart/read-apart.server';
import { RefusedFile, type FileRefusal } from '../workbook/refused-file.server';
import { figureColumns } from './columns.server';
import { restoreZeros } from './lost-zeros.server';
import type { ReadRow } from './read-rows.server';

interface ReadSentFile extends SentFile {
	refusal: FileRefusal | null;
	/** Where in the file that is so. */
	place: FilePlace | null;
	concealed: ConcealedParts;
	rows: ReadRow[];
}

/**
 * Reads and checks files of reports, and keeps them until their sender says what to do: nothing of
 * them is a report yet. @returns the id of what was kept.
 */
export async function takeUpload(
	database: Database,
	actor: Actor,
	sent: readonly SentFile[],
	now: Date,
): Promise<string> {
	const files: ReadSentFile[] = [];
	for (const file of sent) files.push(await readSent(file));
	const id = randomBytes(16).toString('hex');
	await database.transaction(async (transaction) => {
		// One batch for all files: a unit may stand in two of them.
		const rows = files.flatMap((file) => file.rows);
		await restoreZeros(transaction, rows);
		const previews = await previewReports(
			transaction,
			actor,
			rows.map(({ input }) => input),
			now,
		);
		const uploaded = new Map(rows.map((row, index) => [row, uploadedRow(row, previews[index])]));
		await transaction
			.insert(reportUpload)
			.values({ id, accountId: actor.accountId, createdAt: now });
		await transaction.insert(reportUploadFile).values(
			files.map(({ name, content, refusal, place, concealed, rows: own }, position) => ({
				uploadId: id,
				position,
				name: name.slice(0, 200),
				content,
				refusal,
				refusalPlace: place,
				concealed,
				rows: own.flatMap((row) => uploaded.get(row) ?? []),
			})),
		);
		await writeAudit(transaction, {
			actor,
			action: 'report.upload',
			subject: `upload:${id}`,
			details: { files: files.length, rows: rows.length },
		});
	});
	return id;
}

async function readSent({ name, content }: SentFile): Promise<ReadSentFile> {
	try {
		const read = await readApart('reportRows', { content, columns: figureColumns });
		return { name, content, refusal: null, place: null, ...read };
	} catch (thrown) {
		if (!(thrown instanceof RefusedFile)) throw thrown;
		const { refusal, place } = thrown;
		// Nobody gets a refused file back, and what it holds may be harmful.
		return {
			name,
			content: new Uint8Array(0),
			refusal,
			place,
			concealed: { sheets: [], columns: [] },
			rows: [],
		};
	}
}

function uploadedRow(row: ReadRow, preview: ReportPreview | undefined): UploadedRow {
	const found = (preview?.problems ?? []).map(({ field, rule, numbers, place }): CellProblem => ({
		address: row.addresses[field] ?? row.addresses['unit'] ?? `A${row.row}`,
		field,
		rule,
		...(numbers ? { numbers } : {}),
		...(place ? { place } : {}),
	}));
	// An unreadable cell is missing from the report: that the report is then empty says nothing.
	const checked = row.problems.length > 0 ? found.filter(isNotEmptiness) : found;
	const problems = [...row.problems, ...checked];
	return {
		sheet: row.sheet,
		row: row.row,
		unit: row.unit,
		unitName: row.unitName,
		period: row.period,
		state: problems.length > 0 ? 'wrong' : (preview?.state ?? 'wrong'),
		problems,
		warnings: (preview?.warnings ?? []).map((warning) => ({
			...warning,
			address: row.addresses[warning.field] ?? null,
		})),
		input: { ...row.input, basedOn: preview?.revision ?? 0 },
		...(row.hidden ? { hidden: true } : {}),
	};
}

const isNotEmptiness = ({ rule }: CellProblem) => rule !== 'nothingReported';
