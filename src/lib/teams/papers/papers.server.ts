import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { storedFile, teamPaper } from '../../server/db/schema';
import { InvalidError, NotFoundError } from '../../server/errors';
import { serveFile, storeFile } from '../../server/files';
import { requireKeeper } from '../keepers.server';
import { parseRows } from '../parse-rows';
import { PaperInput } from '../schemas';

/**
 * Puts a paper on file, with or without its scan.
 * @throws NotFoundError, ForbiddenError, InvalidError
 */
export async function addPaper(
	database: Database,
	actor: Actor,
	teamId: number,
	given: unknown,
	file: File | null,
): Promise<number> {
	const { parsed, problems } = parseRows(PaperInput, [given]);
	const [paper] = parsed;
	if (!paper) throw new InvalidError(problems);
	if (paper.number === '' && file === null)
		throw new InvalidError([
			{ field: '0.number', rule: 'numberOrFile', message: 'a number or a file' },
		]);
	return database.transaction(async (transaction) => {
		await requireKeeper(transaction, actor, teamId);
		const upload = { kind: 'paper', uploadedBy: actor.accountId, uploadedAt: new Date() } as const;
		const fileId = file && (await storeFile(transaction, file, { field: '0.file', ...upload }));
		const [added] = await transaction
			.insert(teamPaper)
			.values({ teamId, ...paper, fileId })
			.returning({ id: teamPaper.id });
		if (!added) throw new Error('An insert returns its row.');
		await writeAudit(transaction, {
			actor,
			action: 'paper.add',
			subject: `team:${teamId}`,
			details: { paper: added.id, ...paper },
		});
		return added.id;
	});
}

/** Takes a paper that was filed by mistake away, with its scan. @throws NotFoundError, ForbiddenError */
export async function removePaper(
	database: Database,
	actor: Actor,
	teamId: number,
	paperId: number,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await requireKeeper(transaction, actor, teamId);
		const [removed] = await transaction
			.delete(teamPaper)
			.where(and(eq(teamPaper.id, paperId), eq(teamPaper.teamId, teamId)))
			.returning();
		if (!removed) throw new NotFoundError(`The team has no paper ${paperId}.`);
		const { fileId, kind, number } = removed;
		if (fileId !== null) await transaction.delete(storedFile).where(eq(storedFile.id, fileId));
		await writeAudit(transaction, {
			actor,
			action: 'paper.remove',
			subject: `team:${teamId}`,
			details: { paper: paperId, kind, number },
		});
	});
}

/** The scan of a paper, which may name people. @throws NotFoundError, ForbiddenError */
export async function servePaper(
	database: Database,
	actor: Actor,
	teamId: number,
	paperId: number,
): Promise<Response> {
	await requireKeeper(database, actor, teamId);
	const [paper] = await database
		.select({ fileId: teamPaper.fileId })
		.from(teamPaper)
		.where(and(eq(teamPaper.id, paperId), eq(teamPaper.teamId, teamId)));
	if (paper?.fileId == null) throw new NotFoundError(`The team has no scan of paper ${paperId}.`);
	return serveFile(database, paper.fileId);
}
