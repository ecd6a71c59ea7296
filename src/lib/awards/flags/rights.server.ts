import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import type { SeasonBase } from '../council/read-facts.server';
import { recusedUnits } from '../council/recused-units.server';

/** Who speaks for units: their own people, whatever else these are. */
const speakFor = ['reporter', 'approver'];

export interface FlagRights {
	/** As the committee, from which the account doesn't step back. */
	asCommittee: ReadonlySet<number>;
	/** As their own people: they answer. */
	own: ReadonlySet<number>;
}

/** Of these units, those of which the account may know what was noted, and why. */
export async function flagRights(
	database: Database,
	actor: Actor,
	base: SeasonBase,
	unitIds: readonly number[],
): Promise<FlagRights> {
	const roots = actor.grants
		.filter(({ role }) => speakFor.includes(role))
		.map(({ unitId }) => unitId);
	const reached =
		roots.length === 0
			? []
			: await queryRows<{ id: number }>(
					database,
					sql`select distinct id from ${unitsBelow(roots)} below where id in ${idList(unitIds)}`,
				);
	const recused = await recusedUnits(database, actor, base, unitIds);
	return {
		own: new Set(reached.map(({ id }) => id)),
		asCommittee: new Set(base.rights.committee ? unitIds.filter((id) => !recused.has(id)) : []),
	};
}
