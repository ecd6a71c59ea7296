import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardEvidence } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { serveFile } from '../../server/files';
import { readSeasonBase, requireNominee } from '../council/read-facts.server';
import { noteView } from './note-view.server';

/** A file of a dossier, for those who see the dossier; the view is logged. @throws NotFoundError */
export async function serveEvidence(
	database: Database,
	actor: Actor,
	{
		seasonId,
		nominationId,
		evidenceId,
	}: { seasonId: number; nominationId: number; evidenceId: number },
): Promise<Response> {
	const base = await readSeasonBase(database, actor, seasonId);
	await requireNominee(database, actor, base, { nominationId, may: 'seesDossier' });
	const [found] = await database
		.select({ fileId: awardEvidence.fileId })
		.from(awardEvidence)
		.where(and(eq(awardEvidence.id, evidenceId), eq(awardEvidence.nominationId, nominationId)));
	if (!found?.fileId) throw new NotFoundError(`There is no nominee ${nominationId}.`);
	await noteView(database, actor, nominationId, { where: 'file', item: evidenceId });
	return serveFile(database, found.fileId);
}
