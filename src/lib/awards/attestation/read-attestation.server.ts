import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardAttestation } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { readDossier } from '../nominations/read-dossier.server';
import { hashDossier, type AttestedDossier } from './attested-content.server';

export interface Attested {
	name: string;
	post: string;
	at: Date;
	contentHash: string;
	/** Whether the dossier still is what was attested; of an erased one nobody can tell any more. */
	state: 'holds' | 'changed' | 'erased';
}

/** Who vouched for a dossier, the oldest first; the caller has seen to it that the actor may know. */
export async function readAttestations(
	database: Database,
	dossier: AttestedDossier & { erased: boolean },
): Promise<{ contentHash: string; attestations: Attested[] }> {
	const contentHash = await hashDossier(database, dossier);
	const rows = await database
		.select()
		.from(awardAttestation)
		.where(eq(awardAttestation.nominationId, dossier.id))
		.orderBy(asc(awardAttestation.id));
	return {
		contentHash,
		attestations: rows.map((row) => ({
			...{ name: row.name, post: row.post, at: row.attestedAt, contentHash: row.contentHash },
			state: dossier.erased ? 'erased' : row.contentHash === contentHash ? 'holds' : 'changed',
		})),
	};
}

/** A dossier with who vouched for it. @throws NotFoundError */
export async function openAttestation(
	database: Database,
	actor: Actor,
	asked: { seasonId: number; nominationId: number },
) {
	const dossier = await readDossier(database, actor, asked);
	if (!dossier.open.seesAttestation)
		throw new NotFoundError(`There is no attestation of ${asked.nominationId}.`);
	return { dossier, ...(await readAttestations(database, dossier)) };
}
