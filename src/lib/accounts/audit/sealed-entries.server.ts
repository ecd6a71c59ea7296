import { sql, type SQL } from 'drizzle-orm';

/** A moment to the microsecond, as seals write it. */
export const microsecond = (moment: SQL): SQL =>
	sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of an entry as they are hashed. */
export const hashedColumns = sql`entry.id::float8 as id, ${microsecond(sql`entry.at`)} as at,
	entry.account_id as "accountId", entry.action, entry.subject, entry.details::text as details`;

/**
 * How long a transaction may take to commit what it wrote down. An entry that appears later than that says
 * it is older than it is: it is never sealed, and named when the log is verified.
 */
const grace = sql`interval '1 hour'`;

/** Entries `entry` that have no seal yet; those that appear too late have none for ever. */
export const unsealed = sql`audit_log entry
	where not exists (select 1 from audit_seal seal where seal.entry_id = entry.id)`;

/** Whether an entry `entry` came in time to be sealed. */
export const inTime = sql`entry.at >= coalesce(
	(select sealed_at from audit_seal order by sequence desc limit 1) - ${grace}, '-infinity')`;
