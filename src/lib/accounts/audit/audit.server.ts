import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { auditLog } from '../../server/db/schema';

export interface AuditEntry {
	/** Null for the command line and for whoever isn't signed in. */
	actor: Pick<Actor, 'accountId'> | null;
	/** Dotted verb, such as `report.approve`. */
	action: string;
	/** What it was done to, such as `report:12`. */
	subject: string;
	/** Never a secret: no password, no token, no hash. */
	details?: Record<string, unknown>;
}

/** Appends one entry. Inside the transaction of what it records: both happen or neither. */
export async function writeAudit(database: Database, entry: AuditEntry): Promise<void> {
	await database.insert(auditLog).values({
		accountId: entry.actor?.accountId ?? null,
		action: entry.action,
		subject: entry.subject,
		details: entry.details ?? {},
	});
}
