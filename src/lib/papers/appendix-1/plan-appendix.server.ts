import { searchKey } from '../../contracts/text/search-key';
import type { FieldChange, ReadTeamRow, TeamFileField } from '../../contracts/teams/files';
import { parsePhone } from '../../teams/phone.server';
import { Places } from '../roster/places';
import {
	addCellFaults,
	addProblem,
	settle,
	type MemberWrite,
	type PlannedRow,
} from '../roster/planned.server';
import {
	byTeam,
	servesOn,
	sizeOf,
	unknownSize,
	type Register,
	type RegisterMember,
} from '../roster/register';
import { saysTheSame } from '../roster/same-text';
import { readLeaderCell, type LeaderCell } from './leader-cell';
import { matchTeams, nameIn, type MatchedRow } from './match-teams.server';
import { readCount } from './read-appendix';

const longest = { fullName: 100, position: 200, team: 200 };

/** What the rows of the form mean for the register, as of a day. Stores nothing. */
export function planAppendix(
	register: Register,
	rows: readonly ReadTeamRow[],
	day: string,
): PlannedRow[] {
	const places = new Places(register.units);
	const rosters = byTeam(register.members);
	return matchTeams(register, rows, day).map((row) => {
		const { planned, read, unit, team } = row;
		const { cells } = read;
		addCellFaults(planned, [
			cells['commune'],
			cells['team'],
			cells['members'],
			cells['leader'],
			cells['position'],
			cells['phone'],
		]);
		const said = readRow(row);
		planned.view.person = said.leader.fullName;
		if (planned.view.problems.length > 0 || !unit) return settle(planned);
		const roster = team ? (rosters.get(team.id) ?? []) : [];
		const before = roster.filter(servesOn(day)).length;
		if (!team) found(row, day);
		else if (!places.isBareName(said.name, unit) && !saysTheSame(said.name, team.name)) {
			const { size: _, ...kept } = team;
			planned.team = { ...kept, name: said.name };
			change(planned, 'team', team.name, said.name);
		}
		const added = setLeader(row, said, roster, day);
		setSize(row, said.members, { before, after: before + added, day });
		return settle(planned);
	});
}

interface Said {
	name: string;
	members: number | null;
	leader: LeaderCell;
	phone: string | null;
}

function readRow({ read, planned }: MatchedRow): Said {
	const { cells } = read;
	const name = nameIn(read);
	const leader = readLeaderCell(cells['leader']?.text ?? '');
	const position = cells['position']?.text.replace(/\s+/gu, ' ') ?? leader.position;
	const phone = parsePhone(withoutWords(cells['phone']?.text ?? ''));
	const members = readCount(cells['members']?.text ?? '');
	if (name.length > longest.team || name.length === 1)
		addProblem(planned, cells['team'], 'nameLength');
	if (leader.fullName.length > longest.fullName || leader.fullName.length === 1)
		addProblem(planned, cells['leader'], 'nameLength');
	if (position.length > longest.position)
		addProblem(planned, cells['position'] ?? cells['leader'], 'nameLength');
	if (phone === undefined) addProblem(planned, cells['phone'], 'phone');
	if (cells['members']?.text && members === undefined)
		addProblem(planned, cells['members'], 'wholeNumber');
	return { name, members: members ?? null, leader: { ...leader, position }, phone: phone ?? null };
}

const withoutWords = (text: string) => (/\d/.test(text) ? text : '');

function change(
	{ view }: PlannedRow,
	field: TeamFileField,
	from: FieldChange['from'],
	to: FieldChange['to'],
): void {
	view.changes.push({ field, from, to });
}

function found({ planned, read, unit }: MatchedRow, day: string): void {
	planned.view.state = 'new';
	planned.team = {
		unitId: unit?.id ?? 0,
		name: nameIn(read),
		kind: 'cnscd',
		foundedOn: day,
		reestablishedOn: null,
		closedOn: null,
		zaloGroupName: '',
		zaloGroupLink: '',
	};
}

/** @returns by how many the roster grows. */
function setLeader(
	row: MatchedRow,
	{ leader, phone }: Said,
	roster: readonly RegisterMember[],
	day: string,
): number {
	const { planned, read, team } = row;
	const serving = roster.filter(servesOn(day));
	const current = serving.find(({ role }) => role === 'leader');
	const leaderNames = [leader.fullName, leader.asWritten].map(searchKey);
	const isNamed = ({ fullName }: RegisterMember) => leaderNames.includes(searchKey(fullName));
	if (current && (leader.fullName === '' || isNamed(current))) {
		correct(planned, current, { leader, phone });
		return 0;
	}
	if (leader.fullName === '') {
		if (phone !== null || leader.position !== '')
			addProblem(planned, read.cells['leader'] ?? read.cells['phone'], 'noLeaderName');
		return 0;
	}
	if (roster.some(({ role, fromOn }) => role === 'leader' && fromOn > day))
		addProblem(planned, read.cells['leader'], 'laterLeader');
	if (current && current.fromOn >= day) addProblem(planned, read.cells['leader'], 'leaderSinceDay');
	const promoted = serving.find((member) => member !== current && isNamed(member));
	change(planned, 'fullName', current?.fullName ?? '', leader.fullName);
	change(
		planned,
		'position',
		current?.position ?? '',
		leader.position || (promoted?.position ?? ''),
	);
	change(planned, 'phone', current?.phone ?? '', phone ?? promoted?.phone ?? '');
	planned.view.changes = planned.view.changes.filter(({ from, to }) => from !== to);
	if (current) planned.members.push({ ...current, untilOn: day });
	const write: MemberWrite = {
		teamId: team?.id ?? null,
		fullName: leader.fullName,
		role: 'leader',
		position: leader.position || (promoted?.position ?? ''),
		organisation: promoted?.organisation ?? '',
		organisationKind: promoted?.organisationKind ?? null,
		smartphone: promoted?.smartphone ?? null,
		youth: promoted?.youth ?? false,
		phone: phone ?? promoted?.phone ?? null,
		skills: promoted?.skills ?? [],
		fromOn: day,
		untilOn: team?.closedOn ?? null,
		continuesId: promoted?.id ?? null,
	};
	if (promoted && promoted.fromOn >= day)
		planned.members.push({ ...write, id: promoted.id, continuesId: promoted.continuesId });
	else if (promoted) planned.members.push({ ...promoted, untilOn: day }, write);
	else planned.members.push(write);
	return (promoted ? 0 : 1) - (current ? 1 : 0);
}

/** The same leader, better known. What a file leaves empty stays. */
function correct(
	planned: PlannedRow,
	current: RegisterMember,
	{ leader, phone }: Pick<Said, 'leader' | 'phone'>,
): void {
	const next = { ...current };
	const isSpelledSo = [leader.fullName, leader.asWritten].some((name) =>
		saysTheSame(name, current.fullName),
	);
	if (leader.fullName !== '' && !isSpelledSo) {
		next.fullName = leader.fullName;
		change(planned, 'fullName', current.fullName, next.fullName);
	}
	if (leader.position !== '' && !saysTheSame(leader.position, current.position)) {
		next.position = leader.position;
		change(planned, 'position', current.position, next.position);
	}
	if (phone !== null && phone !== current.phone) {
		next.phone = phone;
		change(planned, 'phone', current.phone ?? '', phone);
	}
	if (planned.view.changes.some(({ field }) => field !== 'team')) planned.members.push(next);
}

/** What the list states is kept beside the roster; where it doesn't count, the sender is told so. */
function setSize(
	{ planned, team }: MatchedRow,
	members: number | null,
	{ before, after, day }: { before: number; after: number; day: string },
): void {
	if (members === null) return;
	const known = team?.size ?? unknownSize;
	const shown = sizeOf(known, before, day);
	const next = sizeOf({ ...known, stated: members }, after, day);
	if (members !== next)
		planned.view.notes.push({
			rule: 'rosterCounts',
			numbers: { stated: members, roster: next },
		});
	if (next === shown) return;
	planned.stated = { teamId: team?.id ?? null, members };
	change(planned, 'members', team ? String(shown) : '', String(next));
}
