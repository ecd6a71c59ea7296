import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { NominationState } from '../../contracts/awards/nominations';
import type { CandidateKind } from '../../contracts/awards/candidates';
import { queryRows, type Database } from '../../server/db/client';
import { awardCouncil, awardCouncilMember } from '../../server/db/schema';
import { unitsAbove } from '../../server/db/unit-tree';
import { NotFoundError } from '../../server/errors';
import { readPath, requireSeason, type Season } from '../season/keeper.server';
import { blindIdOf } from './blind-id.server';
import { deriveConflicts, type Conflict, type MemberTies } from './derive-conflicts';
import {
	nomineeRights,
	seasonRights,
	type NomineeFacts,
	type NomineeRights,
	type SeasonFacts,
	type SeasonRights,
} from './rights';

/** A season as rights and pages need it. */
export interface SeasonBase {
	season: Season;
	facts: SeasonFacts;
	council: typeof awardCouncil.$inferSelect | null;
	rights: SeasonRights;
}

/** @throws NotFoundError for a season that doesn't concern the account */
export async function readSeasonBase(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<SeasonBase> {
	const season = await requireSeason(database, actor, seasonId);
	const [[council = null], seats, unitPath] = await Promise.all([
		database.select().from(awardCouncil).where(eq(awardCouncil.seasonId, seasonId)),
		database
			.select({
				memberId: awardCouncilMember.id,
				accountId: awardCouncilMember.accountId,
				seat: awardCouncilMember.seat,
				present: awardCouncilMember.present,
			})
			.from(awardCouncilMember)
			.where(and(eq(awardCouncilMember.seasonId, seasonId), isNull(awardCouncilMember.leftAt)))
			.orderBy(asc(awardCouncilMember.id)),
		readPath(database, season.unitId),
	]);
	const facts: SeasonFacts = {
		unitPath,
		phase: council?.phase ?? null,
		blindKinds: council?.blindKinds ?? [],
		seats,
	};
	return { season, facts, council, rights: seasonRights(facts, actor) };
}

/** A nominee with what rights on it follow from, and what is shown of it. */
export interface Nominee extends NomineeFacts {
	id: number;
	/** Under which the council's pages know it: another number while its name is hidden from the account. */
	councilId: number;
	categoryId: number;
	categoryName: string;
	candidateName: string;
	unitId: number;
	unitKind: UnitKind;
	teamId: number | null;
	rosterId: number | null;
	late: boolean;
	rights: NomineeRights;
}

interface NomineeRow extends Record<string, unknown> {
	id: number;
	categoryId: number;
	categoryName: string;
	kind: CandidateKind;
	state: NominationState;
	candidateName: string;
	unitId: number;
	unitKind: UnitKind;
	teamId: number | null;
	rosterId: number | null;
	late: boolean;
	nominatedBy: number;
	unitPath: number[];
	nominatingPath: number[];
	vote: NomineeFacts['vote'];
	declared: number[];
	dismissed: (Conflict & { memberId: number })[];
}

const pathOf = (unit: string) => sql`array(
	select id from ${unitsAbove(sql.raw(`(nomination.${unit})`))} line order by depth
)`;

/** All nominees of a season, or one, in the order of being put forward: never by what anybody thinks of them. */
export async function readNominees(
	database: Database,
	actor: Actor,
	base: SeasonBase,
	nominationId?: number,
): Promise<Nominee[]> {
	const rows = await queryRows<NomineeRow>(
		database,
		sql`select nomination.id, category.id as "categoryId", category.name as "categoryName",
				category.kind, nomination.state, nomination.candidate_name as "candidateName",
				nomination.unit_id as "unitId", unit.kind as "unitKind", nomination.team_id as "teamId",
				nomination.member_id as "rosterId", nomination.late, nomination.nominated_by as "nominatedBy",
				${pathOf('unit_id')} as "unitPath", ${pathOf('nominated_by_unit_id')} as "nominatingPath",
				case when exists (select from award_vote vote
						where vote.nomination_id = nomination.id and vote.closed_at is null) then 'open'
					when exists (select from award_vote vote
						where vote.nomination_id = nomination.id and vote.outcome <> 'noQuorum') then 'over'
					else 'none' end as vote,
				array(select member_id from award_declared_conflict declared
					where declared.nomination_id = nomination.id) as declared,
				coalesce((select json_agg(json_build_object(
						'memberId', member_id, 'ground', ground, 'tie', tie))
					from award_dismissed_conflict dismissed
					where dismissed.nomination_id = nomination.id), '[]') as dismissed
			from award_nomination nomination
			join award_category category on category.id = nomination.category_id
			join admin_unit unit on unit.id = nomination.unit_id
			where category.season_id = ${base.season.id}
				${nominationId === undefined ? sql`` : sql`and nomination.id = ${nominationId}`}
			order by category.id, nomination.id`,
	);
	if (rows.length === 0) return [];
	const [ties, own] = await Promise.all([
		readTies(database, base.season.id),
		readOwnTies(database, actor),
	]);
	return rows.map(({ declared, dismissed, ...row }) => {
		const derived = [...ties].flatMap(([memberId, member]) =>
			deriveConflicts(base.facts.unitPath, member, row).map((conflict) => ({
				...{ memberId, ...conflict },
				dismissed: dismissed.some(
					({ memberId: whose, ground, tie }) =>
						whose === memberId && ground === conflict.ground && tie === conflict.tie,
				),
			})),
		);
		const conflicts = [
			...derived,
			...declared.map((memberId) => ({
				...{ memberId, ground: 'declared' as const, tie: '', dismissed: false },
			})),
		];
		const isTied = deriveConflicts(base.facts.unitPath, own, row).length > 0;
		const facts = { ...row, conflicts, isTied };
		const rights = nomineeRights(base.facts, facts, actor);
		const { council } = base;
		const councilId = rights.blind && council ? blindIdOf(council.blindKey, row.id) : row.id;
		return { ...facts, councilId, rights };
	});
}

/**
 * One nominee for whom the account may do what is asked.
 * @throws NotFoundError where it may not even know of it, as where there is none.
 */
export async function requireNominee(
	database: Database,
	actor: Actor,
	base: SeasonBase,
	{ nominationId, may }: { nominationId: number; may: keyof NomineeRights },
): Promise<Nominee> {
	const [nominee] = await readNominees(database, actor, base, nominationId);
	if (!nominee?.rights[may]) throw new NotFoundError(`There is no nominee ${nominationId}.`);
	return nominee;
}

/** What the members of a council stand for elsewhere: units of their roles, and teams they serve in. */
export const readTies = (database: Database, seasonId: number): Promise<Map<number, MemberTies>> =>
	tiesOf(
		database,
		sql`select id, account_id from award_council_member
			where season_id = ${seasonId} and left_at is null`,
	);

/** The same of one account, whether or not it sits on a council. */
export async function readOwnTies(
	database: Database,
	{ accountId }: Pick<Actor, 'accountId'>,
): Promise<MemberTies> {
	const found = await tiesOf(database, sql`select 0 as id, ${accountId}::int as account_id`);
	const ties = found.get(0);
	if (!ties) throw new Error('Who is asked for is answered for.');
	return ties;
}

/** @param seats a select of `id` and `account_id`. */
async function tiesOf(database: Database, seats: SQL): Promise<Map<number, MemberTies>> {
	const rows = await queryRows<
		{ seatId: number; unitPaths: number[][] } & Record<string, unknown> &
			Omit<MemberTies, 'unitPaths'>
	>(
		database,
		sql`with seat as (${seats}), served as (
				select seat.id as seat_id, roster.id, roster.team_id, team.unit_id
				from seat join team_member roster on roster.account_id = seat.account_id
				join team on team.id = roster.team_id
			), own as (
				select seat.id as seat_id, role_grant.unit_id
				from seat join role_grant on role_grant.account_id = seat.account_id
				union select seat_id, unit_id from served
			)
			select seat.id as "seatId", seat.account_id as "accountId",
				coalesce((select json_agg(array(
						select id from ${unitsAbove(sql.raw('(own.unit_id)'))} line order by depth
					)) from own where own.seat_id = seat.id), '[]') as "unitPaths",
				array(select distinct team_id from served where served.seat_id = seat.id) as "teamIds",
				array(select id from served where served.seat_id = seat.id) as "rosterIds"
			from seat`,
	);
	return new Map(rows.map(({ seatId, ...ties }) => [seatId, ties]));
}
