import { sql } from 'drizzle-orm';
import { reachedUnits } from '../../accounts/access/reach.server';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { boardKind, type TeamLevel } from '../../contracts/teams/teams';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn, unitPaths } from '../../server/db/unit-tree';
import { keptUnits } from '../keepers.server';
import { patternOf } from '../naming/naming';
import { readNamings } from '../naming/naming.server';
import { checkZaloName } from '../zalo';
import { zaloNameOf } from '../zalo-name';
import type { GroupLine } from './lines';

interface PlaceRow {
	kind: UnitKind;
	name: string;
	level: string;
}

type StoredGroup = Omit<GroupLine, 'above' | 'expected' | 'standing'> & {
	unit: GroupLine['unit'] & { level: TeamLevel };
	/** The nearest two units above, and everything with its ids. */
	above: (PlaceRow | null)[];
	unitIds: number[];
};

/**
 * The groups of every team that the actor may look at on a day; names of contacts only of the teams that
 * they keep, and that is written into the audit log.
 */
export async function readGroups(
	database: Database,
	actor: Actor,
	day: string,
): Promise<GroupLine[]> {
	const rows = await queryRows<StoredGroup & Record<string, unknown>>(
		database,
		sql`with kept as materialized (select id from ${keptUnits(actor)} kept_units), contact as (
				select team_id, count(*)::int as people, jsonb_agg(full_name order by id) as names
				from team_member
				where zalo_contact and from_on <= ${day} and (until_on is null or until_on > ${day})
				group by team_id
			)
			select jsonb_build_object('id', unit.id, 'code', unit.code, 'level', unit.level,
					'kind', unit.kind, 'name', unit.name) as unit,
				jsonb_build_array(${place('above')}, ${place('higher')}) as above, tree.path as "unitIds",
				jsonb_build_object('id', team.id, 'name', team.name) as team,
				team.zalo_group_name as "groupName", team.household_group_name as "householdGroup",
				team.zalo_parties as parties, coalesce(contact.people, 0) as contacts,
				case when unit.id in (select id from kept) then coalesce(contact.names, '[]') end as "contactNames"
			from ${reachedUnits(actor, 'viewer')} reached
			join admin_unit unit on unit.id = reached.id and unit.level in ('district', 'commune', 'village')
				and ${isValidOn('unit', day)}
			join ${unitPaths()} tree on tree.id = unit.id
			join team on team.unit_id = unit.id and team.kind <> ${boardKind}
				and team.founded_on <= ${day} and (team.closed_on is null or team.closed_on > ${day})
			left join admin_unit above on above.id = unit.parent_id
			left join admin_unit higher on higher.id = above.parent_id
			left join contact on contact.team_id = team.id`,
	);
	const namingOf = await readNamings(database);
	const named = rows.filter(({ contactNames }) => (contactNames?.length ?? 0) > 0).length;
	if (named > 0)
		await writeAudit(database, {
			actor,
			action: 'roster.read',
			subject: 'zaloContacts',
			details: { day, teams: named },
		});
	return rows.map(({ above, unitIds, ...row }) => {
		const places = [row.unit, ...above];
		const at = (level: string) => places.find((each) => each?.level === level) ?? null;
		const expected = zaloNameOf(patternOf(namingOf(unitIds), row.unit.level), {
			unit: row.unit,
			commune: at('commune'),
			district: at('district'),
		});
		const [next] = above;
		return {
			...row,
			above: next && next.level !== 'province' ? { kind: next.kind, name: next.name } : null,
			expected,
			standing: checkZaloName(row.groupName, expected),
		};
	});
}

const place = (alias: string) => {
	const unit = sql.identifier(alias);
	return sql`case when ${unit}.id is not null then
		jsonb_build_object('kind', ${unit}.kind, 'name', ${unit}.name, 'level', ${unit}.level) end`;
};
