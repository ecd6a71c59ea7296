import { sql } from 'drizzle-orm';
import type { Actor } from '../../../contracts/accounts';
import type { UnitKind } from '../../../contracts/admin-units';
import { queryRows, type Database } from '../../../server/db/client';
import { isoInstant } from '../../../server/db/instant';
import { isCurrent } from '../../../server/db/unit-tree';
import { keptUnits } from '../../keepers.server';

interface Place {
	id: number;
	kind: UnitKind;
	name: string;
}

/** Many mergers of one step. */
export interface Batch {
	id: number;
	unit: Place;
	mergedOn: string;
	decidedAt: string;
	/** Display name of the account. */
	by: string;
	villages: number;
	undone: number;
}

/** Where the actor may merge teams of all villages, and what was done so far, newest first. */
export async function readBulkPage(
	database: Database,
	actor: Actor,
): Promise<{ units: Place[]; batches: Batch[] }> {
	const kept = sql`kept as materialized (select id from ${keptUnits(actor)} kept_units)`;
	const units = await queryRows<Place & Record<string, unknown>>(
		database,
		sql`with ${kept}
			select id, kind, name from admin_unit unit
			where level in ('commune', 'district', 'province') and ${isCurrent('unit')}
				and id in (select id from kept)
			order by array_position(array['province', 'district', 'commune'], level::text), name, code`,
	);
	const batches = await queryRows<Batch & Record<string, unknown>>(
		database,
		sql`with ${kept}
			select batch.id, batch.merged_on::text as "mergedOn",
				${isoInstant(sql`batch.decided_at`)} as "decidedAt", account.display_name as by,
				jsonb_build_object('id', unit.id, 'kind', unit.kind, 'name', unit.name) as unit,
				(select count(*)::int from team_merger where batch_id = batch.id) as villages,
				(select count(*)::int from team_merger where batch_id = batch.id
					and undone_at is not null) as undone
			from team_merger_batch batch
			join admin_unit unit on unit.id = batch.unit_id
			join account on account.id = batch.decided_by
			where batch.unit_id in (select id from kept)
			order by batch.id desc limit 50`,
	);
	return { units, batches };
}
