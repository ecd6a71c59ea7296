import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { InvalidError, type Problem } from '../../server/errors';
import { sql } from 'drizzle-orm';
import { checkComposition, type CheckedRule } from '../composition';
import { holds } from '../days';
import { requireDecider } from '../keepers.server';
import { parseRows } from '../parse-rows';
import { readFormerUnits } from '../rules/former-units.server';
import { readRules } from '../rules/read-rules.server';
import { readMembers, readTeamFacts } from '../team/read-team.server';
import type { Member, TeamFacts } from '../team/view';
import { teamSize } from '../../contracts/teams/size';
import { MergerInput, mergedSize, planRoster } from './plan';
import { readSizes } from './sizes.server';

export interface MergerPreview {
	input: MergerInput;
	sources: TeamFacts[];
	roster: Member[];
	/** How many members lists state of the teams together; null where their rosters name everybody. */
	stated: number | null;
	rules: CheckedRule[];
}

/**
 * What a merger would give; nothing is changed.
 * @throws NotFoundError, ForbiddenError; InvalidError when the teams can't become one on that day.
 */
export async function previewMerger(
	database: Database,
	actor: Actor,
	given: unknown,
): Promise<MergerPreview> {
	const { parsed, problems } = parseRows(MergerInput, [given]);
	const [input] = parsed;
	if (!input) throw new InvalidError(problems);
	// In one order, so that two mergers never wait for each other in a circle.
	await database.execute(
		sql`select id from team where id in ${idList(input.teamIds)}
			order by id for update`,
	);
	const sources: TeamFacts[] = [];
	const members: Member[] = [];
	const faults: Problem[] = [];
	const fault = (field: string, rule: string, message: string) =>
		faults.push({ field: `0.${field}`, rule, message });
	for (const id of input.teamIds) {
		await requireDecider(database, actor, id);
		const team = await readTeamFacts(database, id);
		const all = await readMembers(database, id);
		sources.push(team);
		if (team.closedOn !== null) fault('teamIds', 'closedTeam', `team ${id} is closed`);
		else if (team.foundedOn >= input.mergedOn)
			fault('mergedOn', 'beforeTeam', `team ${id} was founded on ${team.foundedOn}`);
		else if (all.some(({ fromOn }) => fromOn >= input.mergedOn))
			fault('mergedOn', 'membersLater', `somebody joined team ${id} on that day or later`);
		members.push(...all.filter((member) => holds(member, input.mergedOn)));
	}
	const home = sources.find(({ unit }) => unit.id === input.unitId);
	if (!home) fault('unitId', 'notOfTeams', 'none of the teams belongs to the unit');
	if (new Set(sources.map(({ unit }) => unit.level)).size > 1)
		fault('teamIds', 'otherLevel', 'teams of different levels stay apart');
	if (await nameIsTaken(database, input)) fault('name', 'sameName', 'the unit has such a team');
	if (!home || faults.length > 0) throw new InvalidError(faults);
	const roster = planRoster(members, input.leaderId);
	const rules = await readRules(database, null);
	const former = await readFormerUnits(database, rules, [home.unit.id]);
	const formerUnitIds = former.get(home.unit.id) ?? [];
	const { unit, unitIds } = home;
	const ruled = { level: unit.level, kind: input.kind, unitIds, formerUnitIds };
	const sizes = await readSizes(database, input.teamIds, input.mergedOn);
	const stated = mergedSize([...sizes.values()], members.length - roster.length);
	const size = teamSize({ stated, rosterCompleteOn: null }, roster.length, input.mergedOn);
	const checked = checkComposition(rules, ruled, roster, input.mergedOn, size);
	return { input, sources, roster, stated, rules: checked };
}

/** By a team that isn't one of those that become one. */
async function nameIsTaken(
	database: Database,
	{ teamIds, unitId, name, mergedOn }: MergerInput,
): Promise<boolean> {
	const rows = await queryRows(
		database,
		sql`select id from team where unit_id = ${unitId} and lower(name) = lower(${name})
			and (closed_on is null or closed_on > greatest(founded_on, ${mergedOn}))
			and id not in ${idList(teamIds)}`,
	);
	return rows.length > 0;
}
