import { sql } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import type { ScreenReport } from '../contracts/screens';
import { queryRows, type Database } from '../server/db/client';
import { screenState, type ScreenState } from './state';

export interface ListedScreen {
	id: number;
	name: string;
	unit: { id: number; kind: UnitKind; name: string };
	userAgent: string;
	address: string;
	pairedAt: Date;
	revokedAt: Date | null;
	lastSeenAt: Date;
	report: ScreenReport | null;
	reportedAt: Date | null;
	state: ScreenState;
}

interface Row extends Record<string, unknown> {
	id: number;
	name: string;
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	userAgent: string;
	address: string;
	pairedAt: string;
	revokedAt: string | null;
	lastSeenAt: string;
	report: ScreenReport | null;
	reportedAt: string | null;
	isBehind: boolean;
}

/** A screen that is a moment behind isn't old: changes go out some hundred milliseconds together. */
const tolerance = sql`interval '30 seconds'`;

/** The screens of units that the actor administers, or one of them; those in use first, by name. */
export async function listScreens(
	database: Database,
	actor: Actor,
	now: Date,
	screenId?: number,
): Promise<ListedScreen[]> {
	const rows = await queryRows<Row>(
		database,
		sql`select screen.id, screen.name, unit.id as "unitId", unit.kind as "unitKind",
				unit.name as "unitName", screen.user_agent as "userAgent", screen.address,
				screen.paired_at as "pairedAt", screen.revoked_at as "revokedAt",
				screen.last_seen_at as "lastSeenAt", screen.report, screen.reported_at as "reportedAt",
				coalesce(screen.report ->> 'at' is null and ((screen.report ->> 'number')::bigint < counter.pruned_to
					or missed.at < screen.reported_at - ${tolerance}), false) as "isBehind"
			from screen
			join admin_unit unit on unit.id = screen.unit_id
			cross join change_counter counter
			left join lateral (
				select at from change_log where number > (screen.report ->> 'number')::bigint
				order by number limit 1
			) missed on true
			where screen.unit_id in ${reachedUnits(actor, 'administrator')}
				${screenId === undefined ? sql`` : sql`and screen.id = ${screenId}`}
			order by screen.revoked_at is not null, screen.name, screen.id`,
	);
	return rows.map(({ unitId, unitKind, unitName, isBehind, ...row }) => {
		const dates = {
			pairedAt: new Date(row.pairedAt),
			revokedAt: row.revokedAt === null ? null : new Date(row.revokedAt),
			lastSeenAt: new Date(row.lastSeenAt),
			reportedAt: row.reportedAt === null ? null : new Date(row.reportedAt),
		};
		return {
			...row,
			...dates,
			unit: { id: unitId, kind: unitKind, name: unitName },
			state: screenState({ ...dates, isBehind }, now),
		};
	});
}
