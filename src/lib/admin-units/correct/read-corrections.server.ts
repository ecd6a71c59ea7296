import { sql } from 'drizzle-orm';
import type { UnitKind } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { correctAction } from './correct-units.server';

/** What stood there before somebody corrected it, and since. */
export interface PastCorrection {
	/** ISO instant. */
	at: string;
	reason: string;
	before: CorrectedFields;
	after: CorrectedFields;
}

export interface CorrectedFields {
	name?: string;
	kind?: UnitKind;
	validTo?: string | null;
}

/** Of one unit, newest first. */
export function readCorrections(database: Database, unitId: number): Promise<PastCorrection[]> {
	return queryRows<PastCorrection & Record<string, unknown>>(
		database,
		sql`select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
				details->>'reason' as reason, details->'before' as before, details->'after' as after
			from audit_log
			where action = ${correctAction} and subject = ${`unit:${unitId}`}
			order by id desc`,
	);
}
