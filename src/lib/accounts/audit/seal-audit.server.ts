import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { beforeFirst, hashEntry, hashSeal, type HashedEntry, type Seal } from './chain';
import { hashedColumns, inTime, microsecond, unsealed } from './sealed-entries.server';

/** Held while entries are sealed: one node at a time, so that the chain can't fork. */
const sealLock = 5_140_208;
/** A log that was never sealed must not hold the event loop. */
const batchSize = 1_000;

/**
 * Seals what was committed since the last time, a batch at a time; whoever writes entries waits for
 * nothing. An entry's place in the chain is the order in which it was seen, so that one of a long
 * transaction with a low number comes after what was sealed before it. Idempotent, for housekeeping.
 * @returns how many were sealed.
 */
export async function sealAudit(database: Database): Promise<number> {
	let sealed = 0;
	let batch: number;
	do {
		batch = await sealBatch(database);
		sealed += batch;
	} while (batch === batchSize);
	return sealed;
}

function sealBatch(database: Database): Promise<number> {
	return database.transaction(async (transaction) => {
		await transaction.execute(sql`select pg_advisory_xact_lock(${sealLock})`);
		const entries = await queryRows<HashedEntry & Record<string, unknown>>(
			transaction,
			sql`select ${hashedColumns} from ${unsealed} and ${inTime} order by entry.id limit ${batchSize}`,
		);
		if (entries.length === 0) return 0;
		const [clock] = await queryRows<{ now: string }>(
			transaction,
			sql`select ${microsecond(sql`clock_timestamp()`)} as now`,
		);
		const [last = beforeFirst] = await queryRows<{ sequence: number; hash: string }>(
			transaction,
			sql`select sequence::float8 as sequence, hash from audit_seal order by sequence desc limit 1`,
		);
		if (!clock) throw new Error('A database has a clock.');
		const seals = chain(entries, last, clock.now);
		await keep(transaction, seals);
		return seals.length;
	});
}

function chain(
	entries: readonly HashedEntry[],
	last: { sequence: number; hash: string },
	sealedAt: string,
): Seal[] {
	let { sequence, hash } = last;
	return entries.map((entry) => {
		sequence += 1;
		const seal = { sequence, entryId: entry.id, entryHash: hashEntry(entry), sealedAt };
		hash = hashSeal(seal, hash);
		return { ...seal, hash };
	});
}

const keep = (transaction: Database, seals: readonly Seal[]) =>
	transaction.execute(sql`insert into audit_seal (sequence, entry_id, entry_hash, hash, sealed_at)
		select "sequence", "entryId", "entryHash", hash, "sealedAt"
		from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as seal
			("sequence" bigint, "entryId" bigint, "entryHash" text, hash text, "sealedAt" timestamptz)`);
