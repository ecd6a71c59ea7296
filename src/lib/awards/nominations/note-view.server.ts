import { and, eq, gt, sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { auditLog } from '../../server/db/schema';

const action = 'nomination.read';

/** Keeps in the audit log that a dossier was looked at, or one of its files. */
export const noteView = (
	database: Database,
	actor: Actor,
	nominationId: number,
	seen: { where: 'council' | 'dossier' | 'file'; item?: number },
) =>
	writeAudit(database, {
		actor,
		action,
		subject: `nomination:${nominationId}`,
		details: seen,
	});

/**
 * Keeps in the audit log that an account saw a list that names persons: of a season's nominees, or of a
 * unit's members on the form that puts one forward. Once a day for each list, as its screens follow live.
 */
export async function noteNames(
	database: Database,
	actor: Actor,
	subject: `season:${number}` | `unit:${number}`,
	where: 'form' | 'list' | 'room' | 'session',
): Promise<void> {
	const details = { where };
	const noted = await database.$count(
		auditLog,
		and(
			eq(auditLog.accountId, actor.accountId),
			gt(auditLog.at, sql`now() - interval '1 day'`),
			...[eq(auditLog.action, action), eq(auditLog.subject, subject)],
			eq(auditLog.details, details),
		),
	);
	if (noted === 0) await writeAudit(database, { actor, action, subject, details });
}
