import { sql } from 'drizzle-orm';
import { tellApartBelow } from '../../admin-units/search/tell-apart.server';
import type { UnitKind } from '../../contracts/admin-units';
import { addMonths } from '../../contracts/local-time';
import { teamSize, type KnownSize } from '../../contracts/teams/size';
import { boardKind, type TeamKind, type TeamLevel } from '../../contracts/teams/teams';
import type { TeamsFigures } from '../../contracts/wall';
import { queryRows, type Database } from '../../server/db/client';
import { rowsAsOf } from '../../server/db/rows-as-of';
import { unitPaths, unitsBelow } from '../../server/db/unit-tree';
import { checkComposition, isBroken, type CompositionRule } from '../composition';
import { readFormerUnits } from '../rules/former-units.server';
import { readRules } from '../rules/read-rules.server';
import { readSilentTeams } from '../silence/read-silent.server';
import { silentMonths } from '../silence/silent-months';
import { statedSize } from '../size.server';
import { ageingMonths, countConditions, mostTroubled, type TeamCondition } from './condition';

interface TeamRow extends KnownSize, Record<string, unknown> {
	id: number;
	unitId: number;
	level: TeamLevel;
	kind: TeamKind;
	unitIds: number[];
	communeId: number;
	communeKind: UnitKind;
	communeName: string;
	named: number;
	youths: number;
	/** When the newest member joined; null without a roster. */
	joinedOn: string | null;
}

const shownCommunes = 8;

/**
 * In what condition the teams below a unit were on a day.
 * @param at what had been recorded by this instant; null: all that is.
 */
export async function readTeamsCondition(
	database: Database,
	scopeUnitId: number,
	day: string,
	at: Date | null,
): Promise<TeamsFigures> {
	const rows = await readTeams(database, scopeUnitId, day, at);
	const silent = await readSilentTeams(
		database,
		rows.map(({ id }) => id),
		day,
		at,
	);
	const rules = (await readRules(database, at)).filter(({ demand }) => demand.type === 'size');
	const former = await readFormerUnits(
		database,
		rules,
		rows.map(({ unitId }) => unitId),
	);
	const joinedBefore = `${addMonths(day.slice(0, 7), -ageingMonths)}${day.slice(7)}`;
	const bound = new Set<CompositionRule>();
	const teams = rows.map((row): TeamCondition => {
		const size = teamSize(row, row.named, day);
		const { level, kind, unitIds } = row;
		const ruled = { level, kind, unitIds, formerUnitIds: former.get(row.unitId) ?? [] };
		const checked = checkComposition(rules, ruled, [], day, size);
		for (const { rule } of checked) bound.add(rule);
		return {
			communeId: row.communeId,
			silent: silent.has(row.id),
			thin: checked.some((each) => isBroken(each) && each.lack?.kind === 'members'),
			ageing: row.joinedOn !== null && row.joinedOn < joinedBefore,
			withoutYouth: size.complete && row.youths === 0,
		};
	});
	const places = new Map(
		rows.map(({ communeId, communeKind, communeName }) => [
			communeId,
			{ kind: communeKind, name: communeName },
		]),
	);
	const worst = mostTroubled(teams, shownCommunes).flatMap(({ communeId, ...counts }) => {
		const place = places.get(communeId);
		return place ? [{ id: communeId, ...place, ...counts }] : [];
	});
	const named = await tellApartBelow(database, worst, { scopeUnitId, day });
	return {
		...countConditions(teams),
		limits: { members: fewestDemanded(bound), months: ageingMonths, silentMonths },
		worst: named.map(({ within, ...commune }) => ({ ...commune, within })),
	};
}

/** The lowest number of members that a rule demands, for the words beside the figure; null: none does. */
function fewestDemanded(bound: Iterable<CompositionRule>): number | null {
	const demanded = [...bound].flatMap(({ demand, binding }) =>
		demand.type === 'size' && binding ? demand.least : [],
	);
	return demanded.length > 0 ? Math.min(...demanded) : null;
}

const readTeams = (
	database: Database,
	scopeUnitId: number,
	day: string,
	at: Date | null,
): Promise<TeamRow[]> =>
	queryRows<TeamRow>(
		database,
		sql`with tree as materialized (
				select id, level, parent_id from ${unitsBelow(scopeUnitId, { on: day })} below
				where level in ('commune', 'village')
			), roster as (
				select team_id, count(*)::int as named, (count(*) filter (where youth))::int as youths,
					max(from_on)::text as joined_on
				from ${rowsAsOf('team_member', at)} member where from_on <= ${day} and (until_on is null or until_on > ${day})
				group by team_id
			)
			select team.id, team.unit_id as "unitId", tree.level, team.kind, paths.path as "unitIds",
				commune.id as "communeId", commune.kind as "communeKind", commune.name as "communeName",
				coalesce(roster.named, 0) as named, coalesce(roster.youths, 0) as youths,
				roster.joined_on as "joinedOn", ${statedSize(sql`team.id`, day, at)} as stated,
				team.roster_complete_on::text as "rosterCompleteOn"
			from tree join ${rowsAsOf('team', at)} team on team.unit_id = tree.id
			join ${unitPaths()} paths on paths.id = tree.id
			join admin_unit commune
				on commune.id = case tree.level when 'village' then tree.parent_id else tree.id end
			left join roster on roster.team_id = team.id
			where team.kind <> ${boardKind} and team.founded_on <= ${day}
				and (team.closed_on is null or team.closed_on > ${day})
			order by commune.code, team.id`,
	);
