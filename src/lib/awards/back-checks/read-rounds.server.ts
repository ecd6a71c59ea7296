import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { CheckFrame, CheckSubject } from '../../contracts/awards/checks';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import type { Season } from '../season/keeper.server';
import { requireCommittee, requireRound } from './keeper.server';
import { newestFindings } from './verified-shares.server';

export interface ListedRound extends Record<string, unknown> {
	number: number;
	subject: CheckSubject;
	frameHash: string;
	/** ISO instants. */
	fixedAt: string;
	drawnAt: string | null;
	abandonedAt: string | null;
	units: number;
	drawn: number;
	found: number;
}

/** The rounds of a season, the newest first. @throws NotFoundError */
export async function listRounds(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<{ season: Season; rounds: ListedRound[] }> {
	const { season } = await requireCommittee(database, actor, seasonId);
	const rounds = await queryRows<ListedRound>(
		database,
		sql`select round.number, round.frame ->> 'subject' as subject, round.frame_hash as "frameHash",
				${isoInstant(sql`round.fixed_at`)} as "fixedAt", ${isoInstant(sql`round.drawn_at`)} as "drawnAt",
				${isoInstant(sql`round.abandoned_at`)} as "abandonedAt",
				jsonb_array_length(round.frame -> 'strata') as units,
				(select count(*)::int from award_check_item item where item.round_id = round.id) as drawn,
				(select count(*)::int from award_check_item item where item.round_id = round.id
					and exists (select from award_check_result result where result.item_id = item.id)) as found
			from award_check_round round where round.season_id = ${seasonId}
			order by round.number desc`,
	);
	return { season, rounds };
}

/** What a round says of a unit so far. */
export interface CheckedUnit extends Record<string, unknown> {
	unitId: number;
	code: string;
	kind: UnitKind;
	name: string;
	parentName: string;
	drawn: number;
	asReported: number;
	notAsReported: number;
	notReached: number;
}

export interface RoundView {
	seasonId: number;
	number: number;
	frame: CheckFrame;
	frameHash: string;
	fixedBy: string;
	fixedAt: Date;
	/** Null before the draw: who types second doesn't see what the first typed. */
	dice: string | null;
	seed: string | null;
	drawnAt: Date | null;
	abandoned: { by: string; at: Date; reason: string } | null;
	/** Who typed dice when; not which. */
	typed: { by: string; at: string; isMine: boolean }[];
	units: CheckedUnit[];
}

/** A round with what was found so far. @throws NotFoundError */
export async function readRound(
	database: Database,
	actor: Actor,
	asked: { seasonId: number; number: number },
): Promise<RoundView> {
	const { round } = await requireRound(database, actor, asked);
	const names = await queryRows<{ id: number; name: string }>(
		database,
		sql`select id, display_name as name from account
			where id in (${round.fixedBy}, ${round.abandonedBy ?? round.fixedBy})`,
	);
	const nameOf = (id: number) => names.find((each) => each.id === id)?.name ?? '';
	const { seasonId, number, frame, frameHash, dice, seed, fixedAt, drawnAt } = round;
	return {
		...{ seasonId, number, frame, frameHash, dice, seed, fixedAt, drawnAt },
		fixedBy: nameOf(round.fixedBy),
		abandoned:
			round.abandonedAt && round.abandonedBy
				? {
						by: nameOf(round.abandonedBy),
						...{ at: round.abandonedAt, reason: round.abandonedReason },
					}
				: null,
		typed: await queryRows<RoundView['typed'][number] & Record<string, unknown>>(
			database,
			sql`select account.display_name as by, ${isoInstant(sql`roll.typed_at`)} as at,
					roll.typed_by = ${actor.accountId} as "isMine"
				from award_check_roll roll join account on account.id = roll.typed_by
				where roll.round_id = ${round.id} order by roll.id`,
		),
		units: await readUnits(database, round.id),
	};
}

const readUnits = (database: Database, roundId: number): Promise<CheckedUnit[]> =>
	queryRows<CheckedUnit>(
		database,
		sql`select unit.id as "unitId", unit.code, unit.kind, unit.name,
				case when unit.level = 'village' then parent.name else '' end as "parentName",
				count(*)::int as drawn,
				count(*) filter (where newest.finding = 'asReported')::int as "asReported",
				count(*) filter (where newest.finding = 'notAsReported')::int as "notAsReported",
				count(*) filter (where newest.finding = 'notReached')::int as "notReached"
			from award_check_item item
			join admin_unit unit on unit.id = item.unit_id
			left join admin_unit parent on parent.id = unit.parent_id
			left join ${newestFindings()} newest on newest.item_id = item.id
			where item.round_id = ${roundId}
			group by unit.id, parent.id order by unit.code`,
	);
