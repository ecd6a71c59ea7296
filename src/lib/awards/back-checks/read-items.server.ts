import { sql } from 'drizzle-orm';
import type { ActivityKind, ActivityTopic } from '../../contracts/activities';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { CheckChannel, CheckFinding } from '../../contracts/awards/checks';
import { queryRows, type Database } from '../../server/db/client';
import { requireRound } from './keeper.server';
import { newestFindings } from './verified-shares.server';

/** What is visited: a household by its number, or a session by what the log says of it. Nobody is named. */
export interface DrawnThing extends Record<string, unknown> {
	id: number;
	lot: number;
	number: number;
	unitId: number;
	unitCode: string;
	unitKind: UnitKind;
	unitName: string;
	placeKind: UnitKind;
	placeName: string;
	session: {
		kind: ActivityKind;
		topic: ActivityTopic;
		heldOn: string;
		attendance: number | null;
	} | null;
	finding: CheckFinding | null;
	channel: CheckChannel | null;
	visitedOn: string | null;
	note: string;
}

/**
 * What a round drew, by units and places, in the order of a walk.
 * @param unit code of the one unit that is asked for.
 * @throws NotFoundError
 */
export async function readItems(
	database: Database,
	actor: Actor,
	asked: { seasonId: number; number: number },
	{ unit }: { unit?: string } = {},
): Promise<DrawnThing[]> {
	const { round } = await requireRound(database, actor, asked);
	const isOfLog = round.frame.subject === 'sessions';
	return queryRows<DrawnThing>(
		database,
		sql`select item.id, item.lot, item.number, unit.id as "unitId", unit.code as "unitCode", unit.kind as "unitKind",
				unit.name as "unitName", place.kind as "placeKind", place.name as "placeName",
				case when activity.id is null then null else jsonb_build_object('kind', activity.kind,
					'topic', activity.topic, 'heldOn', activity.held_on, 'attendance', activity.attendance)
				end as session,
				newest.finding, newest.channel, newest.visited_on::text as "visitedOn",
				coalesce(newest.note, '') as note
			from award_check_item item
			join admin_unit unit on unit.id = item.unit_id
			join admin_unit place on place.id = item.place_id
			left join activity on ${isOfLog} and activity.id = item.number
			left join ${newestFindings()} newest on newest.item_id = item.id
			where item.round_id = ${round.id} ${unit === undefined ? sql`` : sql`and unit.code = ${unit}`}
			order by unit.code, place.code, item.number`,
	);
}
