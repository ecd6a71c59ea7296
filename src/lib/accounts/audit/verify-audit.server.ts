import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { beforeFirst, faultOf, type ChainFault, type HashedEntry, type Seal } from './chain';
import { hashedColumns, inTime, microsecond, unsealed } from './sealed-entries.server';

export interface AuditVerdict {
	/** The first entry that doesn't fit, in the order of the chain; null where all do. */
	fault: { fault: ChainFault; entryId: number; sequence: number | null } | null;
	sealed: number;
	/** Sealed entries that were pruned by rule. */
	pruned: number;
	/** Committed, and not in the chain yet. */
	unsealed: { count: number; since: string | null };
	/** Hash of the newest seal: whoever keeps it elsewhere sees that nothing was cut off the end. */
	head: string;
}

interface ChainRow extends Seal, Record<string, unknown> {
	id: number | null;
	at: string;
	accountId: number | null;
	action: string;
	subject: string;
	details: string;
}

const batchSize = 5_000;

/** Follows the chain of the audit log from its first seal, of one snapshot. */
export async function verifyAudit(database: Database): Promise<AuditVerdict> {
	return database.transaction(
		async (transaction) => {
			const prunedUntil = await readPruned(transaction);
			let previous: Pick<Seal, 'sequence' | 'hash'> = beforeFirst;
			let [pruned, sealed] = [0, 0];
			let broken: AuditVerdict['fault'] = null;
			for (;;) {
				const rows = await readChain(transaction, previous.sequence);
				for (const row of rows) {
					const entry = entryOf(row);
					const fault = faultOf(row, entry, previous, prunedUntil);
					broken ??= fault && named(fault, row, previous.sequence);
					if (entry === null) pruned += 1;
					sealed += 1;
					previous = row;
				}
				if (rows.length < batchSize || broken) break;
			}
			const open = await readUnsealed(transaction);
			const { inserted, count, since } = open;
			return {
				fault:
					broken ??
					(inserted === null ? null : { fault: 'inserted', entryId: inserted, sequence: null }),
				...{ sealed, pruned, unsealed: { count, since }, head: previous.hash },
			};
		},
		{ isolationLevel: 'repeatable read' },
	);
}

/** A seal that is missing is named by its place, since nobody knows its entry. */
const named = (fault: ChainFault, row: ChainRow, last: number) => ({
	...{ fault, entryId: row.entryId, sequence: fault === 'sealRemoved' ? last + 1 : row.sequence },
});

const entryOf = (row: ChainRow): HashedEntry | null =>
	row.id === null ? null : { ...row, id: row.id };

const readChain = (database: Database, after: number) =>
	queryRows<ChainRow>(
		database,
		sql`select seal.sequence::float8 as sequence, seal.entry_id::float8 as "entryId",
				seal.entry_hash as "entryHash", seal.hash, ${microsecond(sql`seal.sealed_at`)} as "sealedAt",
				${hashedColumns}
			from audit_seal seal left join audit_log entry on entry.id = seal.entry_id
			where seal.sequence > ${after} order by seal.sequence limit ${batchSize}`,
	);

/** Up to which place sealed entries say that others were pruned. */
async function readPruned(database: Database): Promise<number> {
	const [pruned] = await queryRows<{ until: number | null }>(
		database,
		sql`select max((entry.details->>'until')::float8) as until from audit_log entry
			where entry.action = 'audit.prune'`,
	);
	return pruned?.until ?? 0;
}

async function readUnsealed(database: Database) {
	const [open] = await queryRows<{ count: number; since: string | null; inserted: number | null }>(
		database,
		sql`select count(*)::int as count, ${microsecond(sql`min(entry.at)`)} as since,
				(min(entry.id) filter (where not ${inTime}))::float8 as inserted
			from ${unsealed}`,
	);
	return open ?? { count: 0, since: null, inserted: null };
}
