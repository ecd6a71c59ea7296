import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { unitsBelow } from '../../server/db/unit-tree';
import { entryTakenDown } from './taken-down.server';
import { findCorrections, type Correction, type PublishedEntry } from './corrections';

export interface UnitCorrection extends Correction {
	unit: Pick<Unit, 'id' | 'code' | 'kind' | 'name' | 'validFrom' | 'validTo' | 'level'>;
	/** `2026-10`. */
	period: string;
}

export interface CorrectionRequest {
	scopeUnitId: number;
	/** Of the scope itself alone, without what is in it. */
	alone?: boolean;
	/** How many units and periods with corrections are read, the newest first. */
	limit: number;
}

interface Row extends Record<string, unknown> {
	unit: UnitCorrection['unit'];
	period: string;
	entries: PublishedEntry[];
}

/** Corrections of published numbers of communes and the scope itself, the newest first. */
export async function readCorrections(
	database: Database,
	{ scopeUnitId, alone = false, limit }: CorrectionRequest,
): Promise<UnitCorrection[]> {
	const among = alone
		? sql`(${scopeUnitId}::int)`
		: sql`(select id from ${unitsBelow(scopeUnitId, { downTo: 'commune' })} below)`;
	const rows = await queryRows<Row>(
		database,
		sql`with corrected as (
			select entry.unit_id, entry.period_id, max(entry.number) as newest
			from published_figures entry
			where entry.correction is not null and entry.unit_id in ${among}
			group by 1, 2 order by newest desc, entry.unit_id limit ${limit}
		)
		select period.code as period, jsonb_build_object('id', unit.id, 'code', unit.code, 'kind', unit.kind,
				'name', unit.name, 'level', unit.level, 'validFrom', unit.valid_from, 'validTo', unit.valid_to) as unit,
			jsonb_agg(jsonb_build_object('number', entry.number,
				'at', ${isoInstant(sql`coalesce((entry.figures ->> 'approvedAt')::timestamptz, entry.at)`)},
				'figures', entry.figures, 'correction', entry.correction,
				'isTakenDown', ${entryTakenDown} is not null) order by entry.number) as entries
		from corrected
		join published_figures entry on entry.unit_id = corrected.unit_id and entry.period_id = corrected.period_id
		join admin_unit unit on unit.id = corrected.unit_id
		join reporting_period period on period.id = corrected.period_id
		group by unit.id, period.id`,
	);
	return rows
		.flatMap(({ unit, period, entries }) =>
			findCorrections(entries).map((correction) => ({ ...correction, unit, period })),
		)
		.toSorted((one, other) => other.number - one.number || one.unit.id - other.unit.id);
}
