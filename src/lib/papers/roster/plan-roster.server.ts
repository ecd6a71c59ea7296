import { addDays } from '../../contracts/local-time';
import { searchKey } from '../../contracts/text/search-key';
import { fileMemberFields, type ReadTeamRow } from '../../contracts/teams/files';
import { findTeam } from './find-team.server';
import { Places } from './places';
import {
	addCellFaults,
	addProblem,
	blankRow,
	settle,
	type MemberRow,
	type PlannedRow,
} from './planned.server';
import { readMember, type SaidMember } from './read-member.server';
import {
	byTeam,
	byUnit,
	servesOn,
	type Register,
	type RegisterMember,
	type RegisterTeam,
} from './register';
import { saysTheSame } from './same-text';
import { settleLeaders } from './settle-leaders.server';

/** What the rows of a list of members mean for the register, as of a day. Stores nothing. */
export function planRoster(
	register: Register,
	rows: readonly ReadTeamRow[],
	day: string,
): PlannedRow[] {
	const places = new Places(register.units);
	const teams = byUnit(register.teams.filter(({ foundedOn }) => foundedOn <= day));
	const rosters = byTeam(register.members);
	const seen = new Map<string, number>();
	const planned = rows.map((read): MemberRow => {
		const row: MemberRow = { read, planned: blankRow(read), team: null, registered: null };
		const { view } = row.planned;
		const { cells } = read;
		Object.assign(view, {
			commune: cells['unit']?.text ?? cells['commune']?.text ?? cells['code']?.text ?? '',
			team: cells['team']?.text.replace(/\s+/gu, ' ') ?? '',
			person: cells['fullName']?.text.replace(/\s+/gu, ' ') ?? '',
		});
		addCellFaults(row.planned, Object.values(cells));
		const said = readMember(row.planned, cells);
		const team = findTeam(places, teams, read, row.planned);
		if (!team) return row;
		row.team = team;
		view.team = team.name;
		row.registered = findRegistered(row, said, rosters.get(team.id) ?? [], day);
		refuseTwice(row, said, seen);
		if (view.problems.length === 0) write(row, team, said, day);
		return row;
	});
	settleLeaders(planned, rosters);
	return planned.map((row) => settle(row.planned));
}

/** By name within the team: by their first day, else whoever serves, else by phone among several. */
function findRegistered(
	{ planned, read }: MemberRow,
	said: SaidMember,
	roster: readonly RegisterMember[],
	day: string,
): RegisterMember | null {
	const key = searchKey(said.fullName);
	const named = roster.filter(({ fullName }) => searchKey(fullName) === key);
	const begun = named.filter(({ fromOn }) => fromOn === said.fromOn);
	const found = begun.length > 0 ? begun : named.filter(servesOn(day));
	const [only, ...others] = found;
	if (others.length === 0) return only ?? null;
	const [called, ...more] = found.filter(
		({ phone }) => said.phone !== null && phone === said.phone,
	);
	if (called && more.length === 0) return called;
	addProblem(planned, read.cells['fullName'], 'ambiguousMember');
	return null;
}

function refuseTwice(
	{ planned, read, team, registered }: MemberRow,
	{ fullName, fromOn, phone }: SaidMember,
	seen: Map<string, number>,
): void {
	const key = registered
		? `registered ${registered.id}`
		: [team?.id, searchKey(fullName), fromOn, phone].join(' ');
	const earlier = seen.get(key);
	if (earlier === undefined) seen.set(key, read.row);
	else
		addProblem(planned, read.cells['fullName'], 'duplicateInFile', { numbers: { row: earlier } });
}

function write(row: MemberRow, team: RegisterTeam, said: SaidMember, day: string): void {
	const { planned, read, registered } = row;
	const { view } = planned;
	const next: Omit<RegisterMember, 'id'> = {
		teamId: team.id,
		fullName:
			registered && saysTheSame(said.fullName, registered.fullName)
				? registered.fullName
				: said.fullName,
		role: said.role ?? registered?.role ?? 'member',
		position: kept(said.position, registered?.position),
		organisation: kept(said.organisation, registered?.organisation),
		organisationKind: said.organisationKind ?? registered?.organisationKind ?? null,
		smartphone: said.smartphone ?? registered?.smartphone ?? null,
		youth: said.youth ?? registered?.youth ?? false,
		phone: said.phone ?? registered?.phone ?? null,
		skills: said.skills ?? registered?.skills ?? [],
		fromOn: said.fromOn ?? registered?.fromOn ?? day,
		untilOn:
			said.untilOn === null
				? registered
					? registered.untilOn
					: team.closedOn
				: addDays(said.untilOn, 1),
		continuesId: registered?.continuesId ?? null,
	};
	// A role changes by a new row; only on its first day was it a mistake.
	const stepsOn = said.fromOn ?? day;
	const steps = registered !== null && next.role !== registered.role && stepsOn > registered.fromOn;
	if (steps) next.fromOn = stepsOn;
	for (const field of fileMemberFields) {
		const from = registered ? shown(registered, field) : '';
		const to = shown(next, field);
		if (from !== to && !(field === 'fromOn' && steps)) view.changes.push({ field, from, to });
	}
	if (next.fromOn < team.foundedOn) addProblem(planned, read.cells['fromOn'], 'beforeTeam');
	if (team.closedOn !== null && (next.untilOn === null || next.untilOn > team.closedOn))
		addProblem(planned, read.cells['untilOn'], 'afterTeam');
	if (next.untilOn !== null && next.untilOn <= next.fromOn)
		addProblem(planned, read.cells['untilOn'], 'untilBeforeFrom');
	if (!registered) {
		view.state = 'new';
		planned.members.push(next);
	} else if (steps)
		planned.members.push(
			{ ...registered, untilOn: stepsOn },
			{ ...next, continuesId: registered.id },
		);
	else if (view.changes.length > 0) planned.members.push({ ...next, id: registered.id });
}

/** What a file leaves empty stays, and so does what it merely spells otherwise. */
const kept = (said: string, stored = ''): string =>
	said === '' || saysTheSame(said, stored) ? stored : said;

/** As changes show it; the last day is the one still served. */
function shown(
	member: Omit<RegisterMember, 'id'>,
	field: (typeof fileMemberFields)[number],
): string {
	if (field === 'skills') return member.skills.join(', ');
	if (field === 'youth') return member.youth ? 'yes' : 'no';
	if (field === 'smartphone')
		return member.smartphone === null ? '' : member.smartphone ? 'yes' : 'no';
	if (field === 'untilOn') return member.untilOn === null ? '' : addDays(member.untilOn, -1);
	return member[field] ?? '';
}
