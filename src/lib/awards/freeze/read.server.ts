import { eq, sql } from 'drizzle-orm';
import type { PublishedFreeze } from '../../contracts/awards/freeze';
import { checkFreeze } from '../../ranking/check/check-freeze.server';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { awardFreeze } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { listPublishedCriteria } from '../criteria/read.server';

export interface FreezeNote extends Record<string, unknown> {
	hash: string;
	resultHash: string;
	by: string;
	/** ISO instant. */
	at: string;
	/** Why before the calendar's day; empty on it and after. */
	earlyReason: string;
	/** Of the file, in bytes. */
	size: number;
}

/** Whether a season is frozen. */
export async function isFrozen(database: Database, seasonId: number): Promise<boolean> {
	return (await database.$count(awardFreeze, eq(awardFreeze.seasonId, seasonId))) > 0;
}

/** When and by whom a season was frozen, under which hashes; null before it is. */
export async function readFreezeNote(
	database: Database,
	seasonId: number,
): Promise<FreezeNote | null> {
	const [note] = await queryRows<FreezeNote>(
		database,
		sql`select frozen.hash, frozen.result_hash as "resultHash", account.display_name as by,
				${isoInstant(sql`frozen.frozen_at`)} as at,
				frozen.early_reason as "earlyReason", octet_length(frozen.content) as size
			from award_freeze frozen join account on account.id = frozen.frozen_by
			where frozen.season_id = ${seasonId}`,
	);
	return note ?? null;
}

/**
 * All that is published of a season's freeze.
 * @throws NotFoundError before it is frozen.
 */
export async function readFreeze(database: Database, seasonId: number): Promise<PublishedFreeze> {
	const [frozen] = await queryRows<Record<string, unknown> & PublishedFreeze>(
		database,
		sql`select content, hash, result, result_hash as "resultHash" from award_freeze
			where season_id = ${seasonId}`,
	);
	if (!frozen) throw new NotFoundError(`The season ${seasonId} is not frozen.`);
	return frozen;
}

/** Hashes of a season's criteria as published when they came into force, by category. */
export async function readCriteriaHashes(
	database: Database,
	seasonId: number,
): Promise<Record<string, string>> {
	const published = await listPublishedCriteria(database, seasonId);
	return Object.fromEntries(
		published
			.filter(({ state }) => state === 'inForce')
			.map(({ categoryName, hash }) => [categoryName, hash]),
	);
}

/**
 * Recomputes every score and band of a season from what was frozen, in the worker.
 * @throws NotFoundError before it is frozen; FailedIndexError.
 */
export async function verifyFreeze(database: Database, seasonId: number) {
	const published = await readFreeze(database, seasonId);
	return checkFreeze(published, await readCriteriaHashes(database, seasonId));
}
