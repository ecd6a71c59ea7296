import { sql } from 'drizzle-orm';
import type { Period } from '../../contracts/reports';
import type { RegisterExplanation, RegisterLimit } from '../../contracts/register-limit';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';

/** What a unit's households are held against, and what was said about it. */
export interface RegisterStanding {
	/** Null while the register of the unit isn't complete. */
	limit: RegisterLimit | null;
	/** Newest first, withdrawn ones too. */
	explanations: RegisterExplanation[];
}

export async function readRegisterStanding(
	database: Database,
	unitId: number,
	period: Pick<Period, 'startsOn' | 'endsOn'>,
): Promise<RegisterStanding> {
	const limits = await readRegisterLimits(database, [unitId], period);
	const explanations = await queryRows<RegisterExplanation & Record<string, unknown>>(
		database,
		sql`select explanation.id, explanation.households, explanation.reason,
				author.display_name as by, ${isoInstant(sql`explanation.created_at`)} as at,
				case when explanation.withdrawn_at is not null then jsonb_build_object(
					'by', withdrawer.display_name, 'at', ${isoInstant(sql`explanation.withdrawn_at`)})
				end as withdrawn
			from register_explanation explanation
			join account author on author.id = explanation.created_by
			left join account withdrawer on withdrawer.id = explanation.withdrawn_by
			where explanation.unit_id = ${unitId}
			order by explanation.id desc`,
	);
	return { limit: limits.get(unitId) ?? null, explanations };
}
