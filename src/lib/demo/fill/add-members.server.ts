import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { zaloParties, type TeamLevel } from '../../contracts/teams/teams';
import { queryRows, type Database } from '../../server/db/client';
import { assignHouseholds } from '../../teams/households/assign-households.server';
import { mergeTeams } from '../../teams/merger/merge-teams.server';
import { addPaper } from '../../teams/papers/papers.server';
import { documentRules } from '../../teams/rules/documents';
import { addRule } from '../../teams/rules/save-rule.server';
import { saveMembers } from '../../teams/save-members.server';
import { saveTeams } from '../../teams/save-teams.server';
import type { Calendar } from '../history/months';
import { imagineRoster } from '../history/rosters';
import { provinceCode } from '../province/identity';
import { randomFor } from '../random';
import { isCurrent } from '../../server/db/unit-tree';

interface StoredTeam extends Record<string, unknown> {
	id: number;
	unitId: number;
	name: string;
	foundedOn: string;
	closedOn: string | null;
	key: string;
	level: TeamLevel;
	unitKind: UnitKind;
	unitName: string;
	communeName: string;
}

/** Staffs the teams, adds those of the communes, files some papers and merges two teams. */
export async function addMembers(
	database: Database,
	actor: Actor,
	calendar: Calendar,
): Promise<void> {
	await addCommuneTeams(database, actor);
	const teams = await readTeams(database);
	await saveTeams(
		database,
		actor,
		teams.map(({ id, unitId, name, foundedOn, closedOn, ...place }) => ({
			id,
			unitId,
			name,
			foundedOn,
			closedOn,
			zaloGroupName: zaloNameOf(place),
			...groupsOf(place),
			reestablishedOn: reestablishedOn(place.key, foundedOn, closedOn),
		})),
	);
	await saveMembers(
		database,
		actor,
		teams.flatMap(({ id, ...team }) =>
			imagineRoster({ ...team, joinedBefore: calendar.mergerOn }).map((each, index) => ({
				...each,
				teamId: id,
				zaloContact: index === 0 && randomFor('zalo contact', team.key).chance(0.6),
			})),
		),
	);
	await adoptRules(database, actor);
	await filePapers(database, actor, teams);
	await giveHouseholds(database, actor);
	await mergeTwo(database, actor, teams, calendar);
}

/** All but every eleventh of today's communes have a team of their own. */
async function addCommuneTeams(database: Database, actor: Actor): Promise<void> {
	const communes = await queryRows<{ id: number; name: string; validFrom: string }>(
		database,
		sql`select id, name, valid_from::text as "validFrom" from admin_unit
			where level = 'commune' and ${isCurrent('admin_unit')} order by code`,
	);
	await saveTeams(
		database,
		actor,
		communes
			.filter((_, index) => index % 11 !== 5)
			.map(({ id, name, validFrom }) => ({
				unitId: id,
				name: `Tổ công nghệ số cộng đồng ${name}`,
				foundedOn: validFrom > '2022-06-13' ? validFrom : '2022-06-13',
			})),
	);
}

function readTeams(database: Database): Promise<StoredTeam[]> {
	return queryRows<StoredTeam>(
		database,
		sql`select team.id, team.unit_id as "unitId", team.name, team.founded_on::text as "foundedOn",
				team.closed_on::text as "closedOn", unit.code as key, unit.level, unit.kind as "unitKind",
				unit.name as "unitName", above.name as "communeName"
			from team join admin_unit unit on unit.id = team.unit_id
			join admin_unit above on above.id = unit.parent_id
			order by team.id`,
	);
}

/** Some groups are named as they should be, some otherwise, and some aren't noted. */
function zaloNameOf({
	key,
	level,
	unitKind,
	unitName,
	communeName,
}: Pick<StoredTeam, 'key' | 'level' | 'unitKind' | 'unitName' | 'communeName'>): string {
	const random = randomFor('zalo', key);
	if (level !== 'village' || random.chance(0.2)) return '';
	if (random.chance(0.15)) return `Tổ số ${unitName}`;
	const kind = { thon: 'Thôn', ban: 'Bản', toDanPho: 'Tổ dân phố' }[unitKind as string] ?? 'Thôn';
	return `CNS-${kind} ${unitName}-Xã ${communeName}`;
}

/** Some villages have a group of their households; most communes a common one that somebody is still missing from. */
function groupsOf({ key, level, unitName }: Pick<StoredTeam, 'key' | 'level' | 'unitName'>) {
	const random = randomFor('zalo groups', key);
	if (level !== 'village')
		return { zaloParties: zaloParties.filter(() => level === 'commune' && random.chance(0.7)) };
	return { householdGroupName: random.chance(0.4) ? `Bà con ${unitName}` : '' };
}

/** Two of three teams that stood in August 2023 were re-established then. */
function reestablishedOn(key: string, foundedOn: string, closedOn: string | null): string | null {
	const on = `2023-08-${randomFor('re-establishment', key).whole(10, 28)}`;
	const stood = foundedOn < on && (closedOn === null || closedOn > on);
	return stood && randomFor('re-established', key).chance(0.66) ? on : null;
}

/** The made-up province took its rules over from documents that there are. */
async function adoptRules(database: Database, actor: Actor): Promise<void> {
	const [province] = await queryRows<{ id: number }>(
		database,
		sql`select id from admin_unit where level = 'province' and code = ${provinceCode}`,
	);
	if (!province) throw new Error('The demo has no province.');
	for (const { code, issuer: _, ...rule } of documentRules)
		if (code === '002-size' || code.startsWith('004-') || code === '003-youths')
			await addRule(database, actor, { ...rule, unitId: province.id });
}

async function filePapers(
	database: Database,
	actor: Actor,
	teams: readonly StoredTeam[],
): Promise<void> {
	for (const [index, { id, foundedOn }] of teams.filter((_, at) => at % 60 === 0).entries()) {
		const number = `${index + 21}/QĐ-UBND`;
		await addPaper(database, actor, id, { kind: 'founding', number, issuedOn: foundedOn }, null);
		const year = Number(foundedOn.slice(0, 4)) + 1;
		const plan = { kind: 'yearlyPlan', number: `${index + 5}/KH-TCN`, year };
		if (index % 2 === 0) await addPaper(database, actor, id, plan, null);
	}
}

/** In some villages it is known who helps which household. */
async function giveHouseholds(database: Database, actor: Actor): Promise<void> {
	const helpers = await queryRows<{ id: number; teamId: number; fromOn: string }>(
		database,
		sql`select distinct on (team.id) member.id, team.id as "teamId", member.from_on::text as "fromOn"
			from team join admin_unit unit on unit.id = team.unit_id and unit.level = 'village'
			join team_member member on member.team_id = team.id and member.until_on is null
			where team.closed_on is null order by team.id, member.id limit 3`,
	);
	for (const { id, teamId, fromOn } of helpers)
		await assignHouseholds(database, actor, teamId, {
			...{ tallyNumbers: [3, 7, 12], memberId: id, fromOn },
		});
}

/** In one village the team and that of Project 06 became one. */
async function mergeTwo(
	database: Database,
	actor: Actor,
	teams: readonly StoredTeam[],
	{ mergerOn, now }: Calendar,
): Promise<void> {
	const home = teams.find(
		({ level, foundedOn, closedOn }) =>
			level === 'village' && closedOn === null && foundedOn < '2023-01-01',
	);
	if (!home) throw new Error('The demo has no team that lasted.');
	const { unitId, unitName, unitKind } = home;
	const [other] = await saveTeams(database, actor, [
		{ unitId, name: `Tổ Đề án 06 ${unitName}`, kind: 'project06', foundedOn: '2023-02-01' },
	]);
	const staff = {
		key: `${home.key} 06`,
		level: 'village',
		unitKind,
		foundedOn: '2023-02-01',
		closedOn: null,
		joinedBefore: mergerOn,
	} as const;
	await saveMembers(
		database,
		actor,
		imagineRoster(staff).map((each) => ({ ...each, teamId: other })),
	);
	const [leader] = await queryRows<{ id: number }>(
		database,
		sql`select id from team_member where team_id = ${home.id} and role = 'leader' and until_on is null`,
	);
	const merger = {
		teamIds: [home.id, other],
		unitId,
		name: `Tổ công nghệ số cộng đồng ${unitName}`,
		kind: 'merged',
		mergedOn: mergerOn,
		leaderId: leader?.id ?? null,
		decision: '86/QĐ-UBND',
	};
	await mergeTeams(database, actor, merger, now);
}
