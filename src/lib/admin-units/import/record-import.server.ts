import { basename } from 'node:path';
import { writeAudit } from '../../accounts/audit/audit.server';
import { appendChanges } from '../../server/change-log';
import type { AuditAction } from '../../contracts/audit/actions';
import type { Database } from '../../server/db/client';
import type { ImportResult } from './import-result';

/** Writes the audit entry and tells running screens to take a new snapshot. */
export async function recordImport(
	database: Database,
	action: AuditAction,
	path: string,
	{ added, changed, unchanged }: ImportResult,
): Promise<void> {
	await writeAudit(database, {
		actor: null,
		action,
		subject: `file:${basename(path)}`,
		details: { added, changed, unchanged },
	});
	await appendChanges(database, [{ type: 'structure' }]);
}
