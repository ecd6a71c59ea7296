import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { compareNames } from '../../contracts/text/name-order';
import type { Database } from '../../server/db/client';
import { byRole, checkComposition, type CheckedRule } from '../composition';
import { holds } from '../days';
import { standingOn, type Standing } from '../keepers.server';
import { readNaming } from '../naming/naming.server';
import { patternOf, type Naming } from '../naming/naming';
import { readFormerUnits } from '../rules/former-units.server';
import { readRules } from '../rules/read-rules.server';
import { teamSize, type TeamSize } from '../../contracts/teams/size';
import { checkZaloName } from '../zalo';
import { zaloNameOf } from '../zalo-name';
import {
	readMembers,
	readMergers,
	readPapers,
	readReopenings,
	readStatedSize,
	readTeamFacts,
} from './read-team.server';
import type { Member, Merger, Paper, Reopening, TeamFacts } from './view';

export interface TeamPage {
	team: TeamFacts;
	/** The day that the roster and the rules are read on. */
	day: string;
	standing: Standing;
	size: TeamSize;
	/** On the roster. */
	counts: { members: number; leaders: number; deputies: number; youths: number };
	/** Null for those who only read counts. */
	people: { roster: Member[]; former: Member[] } | null;
	papers: Paper[];
	mergers: Merger[];
	/** Empty for those who don't keep the team. */
	reopenings: Reopening[];
	rules: CheckedRule[];
	labels: Naming['labels'];
	zalo: { expected: string; standing: 'none' | 'same' | 'other' };
}

/**
 * A team as of a day. Reading names and phones is written into the audit log.
 * @throws NotFoundError
 */
export async function openTeam(
	database: Database,
	actor: Actor,
	teamId: number,
	day: string,
): Promise<TeamPage> {
	const standing = await standingOn(database, actor, teamId);
	const team = await readTeamFacts(database, teamId);
	const members = await readMembers(database, teamId);
	const naming = await readNaming(database, team.unit.id);
	const roster = members
		.filter((member) => holds(member, day))
		.sort((a, b) => byRole(a.role, b.role) || compareNames(a.fullName, b.fullName));
	const rules = await readRules(database, null);
	const former = await readFormerUnits(database, rules, [team.unit.id]);
	const ruled = {
		level: team.unit.level,
		kind: team.kind,
		unitIds: team.unitIds,
		formerUnitIds: former.get(team.unit.id) ?? [],
	};
	const stated = await readStatedSize(database, teamId, day);
	const size = teamSize({ ...team, stated }, roster.length, day);
	const expected = zaloNameOf(patternOf(naming, team.unit.level), team);
	if (standing.keeps)
		await writeAudit(database, {
			actor,
			action: 'roster.read',
			subject: `team:${teamId}`,
			details: { day },
		});
	return {
		team: standing.keeps ? team : { ...team, zaloGroupLink: '', householdGroupLink: '' },
		day,
		standing,
		size,
		counts: {
			members: roster.length,
			leaders: roster.filter(({ role }) => role === 'leader').length,
			deputies: roster.filter(({ role }) => role === 'deputy').length,
			youths: roster.filter(({ youth }) => youth).length,
		},
		people: standing.keeps
			? { roster, former: members.filter((member) => !holds(member, day)) }
			: null,
		papers: await readPapers(database, teamId),
		mergers: await readMergers(database, teamId),
		reopenings: standing.keeps ? await readReopenings(database, teamId) : [],
		rules: checkComposition(rules, ruled, roster, day, size),
		labels: naming.labels,
		zalo: { expected, standing: checkZaloName(team.zaloGroupName, expected) },
	};
}
