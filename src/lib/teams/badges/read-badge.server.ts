import { sql } from 'drizzle-orm';
import type { UnitKind } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { badgeName } from '../badge-name';

/** All that a citizen may learn from a badge. */
export interface Badge {
	/** `An N.` */
	name: string;
	teamName: string;
	unit: { kind: UnitKind; name: string };
	/** Null for a team above communes. */
	commune: { kind: UnitKind; name: string } | null;
	/** A member on the day. */
	valid: boolean;
}

/**
 * What a badge stands for on a day; null for a token that was never given or is revoked. A person who
 * changed role or team keeps the badge.
 */
export async function readBadge(
	database: Database,
	token: string,
	day: string,
): Promise<Badge | null> {
	const [row] = await queryRows<{ fullName: string } & Omit<Badge, 'name'>>(
		database,
		sql`with recursive person as (
				select * from team_member where badge_token = ${token}
				union
				select next.* from team_member next join person on next.continues_id = person.id
			)
			select person.full_name as "fullName", team.name as "teamName",
				jsonb_build_object('kind', unit.kind, 'name', unit.name) as unit,
				case when commune.level = 'commune' then
					jsonb_build_object('kind', commune.kind, 'name', commune.name) end as commune,
				person.from_on <= ${day} and (person.until_on is null or person.until_on > ${day})
					and team.founded_on <= ${day} and (team.closed_on is null or team.closed_on > ${day}) as valid
			from person
			join team on team.id = person.team_id
			join admin_unit unit on unit.id = team.unit_id
			left join admin_unit commune on commune.id = case unit.level when 'village' then unit.parent_id else unit.id end
			where person.until_on is distinct from person.from_on
			order by valid desc, person.from_on desc, person.id desc limit 1`,
	);
	if (!row) return null;
	const { fullName, ...shown } = row;
	return { ...shown, name: badgeName(fullName) };
}
