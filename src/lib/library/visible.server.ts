import { sql, type SQL } from 'drizzle-orm';
import { reachedUnits } from '../accounts/reach.server';
import type { Actor } from '../contracts/accounts';

/** Sub-query for the units whose material the actor sees: those in reach, and all that lie above. */
export function offeringUnits(actor: Actor): SQL {
	const granted = JSON.stringify(actor.grants.map(({ unitId }) => unitId));
	return sql`(
		select id from ${reachedUnits(actor, 'viewer')} reached
		union
		(with recursive upwards as (
			select id, parent_id from admin_unit
			where id in (select jsonb_array_elements_text(${granted}::jsonb)::int)
			union
			select above.id, above.parent_id from admin_unit above join upwards on above.id = upwards.parent_id
		)
		select id from upwards)
	)`;
}
