import { sql } from 'drizzle-orm';
import type { CandidateKind } from '../../contracts/awards/candidates';
import type { PaperEvidence } from '../../contracts/awards/papers';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';

export interface AttestedDossier {
	id: number;
	kind: CandidateKind;
	categoryName: string;
	merits: string;
	evidence: readonly PaperEvidence[];
}

/**
 * SHA-256 of what a head vouches for: the merits as written, every figure with its source, every file by its
 * own hash. No person's name is in it. Once the dossier of a person was erased it can't be computed again.
 */
export async function hashDossier(database: Database, dossier: AttestedDossier): Promise<string> {
	const { id, kind, categoryName, merits, evidence } = dossier;
	const files = await hashFiles(
		database,
		evidence.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
	);
	const content = canonicalJson({
		...{ nomination: id, kind, category: categoryName, merits },
		evidence: evidence.map(({ part, title, source, approvedAt, figures, fileId }) => ({
			...{ part, title, source, approvedAt },
			figures: figures.map(({ name, value, qualifier }) => ({ name, value, qualifier })),
			file: fileId === null ? null : (files.get(fileId) ?? null),
		})),
	});
	return sha256(content);
}

async function hashFiles(database: Database, ids: readonly number[]): Promise<Map<number, string>> {
	if (ids.length === 0) return new Map();
	const rows = await queryRows<{ id: number; hash: string }>(
		database,
		sql`select id, encode(sha256(content), 'hex') as hash from stored_file
			where ${among(sql`id`, ids)}`,
	);
	return new Map(rows.map(({ id, hash }) => [id, hash]));
}
