import type { Actor } from '../../contracts/accounts';
import type { AuditCode, AuditSubject } from '../../contracts/audit/entries';
import type { AuditAction } from '../../contracts/audit/actions';
import type { AuditField } from '../../contracts/audit/fields';
import type { QuotaKey } from '../../contracts/awards/seasons';
import type { Database } from '../../server/db/client';
import { auditLog } from '../../server/db/schema';

/** Details of which every name has words, however deep it stands, and every code too. */
type Worded<Details> = Details extends string
	? string extends Details
		? Details
		: Extract<Details, AuditCode | QuotaKey>
	: Details extends readonly (infer Each)[]
		? readonly Worded<Each>[]
		: Details extends object
			? {
					[Name in keyof Details]: Name extends AuditField | AuditCode
						? Worded<Details[Name]>
						: never;
				}
			: Details;

export interface AuditEntry<Details> {
	/** Null for the command line and for whoever isn't signed in. */
	actor: Pick<Actor, 'accountId'> | null;
	/** Dotted verb, such as `report.approve`. */
	action: AuditAction;
	/** What it was done to, such as `report:12`. */
	subject: AuditSubject | readonly AuditSubject[];
	/** Never a secret: no password, no token, no hash. */
	details?: Details & Worded<Details>;
}

/** Appends one entry. Inside the transaction of what it records: both happen or neither. */
export async function writeAudit<Details extends object>(
	database: Database,
	entry: AuditEntry<Details>,
): Promise<void> {
	await database.insert(auditLog).values({
		accountId: entry.actor?.accountId ?? null,
		action: entry.action,
		subject: [entry.subject].flat().join(' '),
		details: Object.fromEntries(Object.entries(entry.details ?? {})),
	});
}
