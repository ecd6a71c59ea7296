import { sql, type SQL } from 'drizzle-orm';

/** Whether a `revision` of a report had come by an instant and was not returned by then. */
export const stoodAt = (at: SQL): SQL => sql`(revision.received_at <= ${at}
	and (revision.state <> 'returned' or revision.decided_at > ${at}))`;
