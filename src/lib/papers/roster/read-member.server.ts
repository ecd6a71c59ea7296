import type { ReadTeamRow } from '../../contracts/teams/files';
import {
	digitalSkills,
	memberOrigins,
	type DigitalSkill,
	type MemberOrigin,
	type MemberRole,
} from '../../contracts/teams/teams';
import { searchKey } from '../../contracts/text/search-key';
import { work } from '../../messages/vi/work';
import { parsePhone } from '../../teams/phone.server';
import { addProblem, type PlannedRow } from './planned.server';
import { readDay, readFlag, readRole } from './read-roster';

/** What a row says of a member; null and empty where it says nothing. */
export interface SaidMember {
	fullName: string;
	role: MemberRole | null;
	position: string;
	organisation: string;
	organisationKind: MemberOrigin | null;
	smartphone: boolean | null;
	youth: boolean | null;
	phone: string | null;
	skills: DigitalSkill[] | null;
	fromOn: string | null;
	/** The last day served. */
	untilOn: string | null;
}

const longest = { fullName: 100, position: 200, organisation: 200 };

/** Reads the cells of one member; what can't be read is noted as a problem of the row. */
export function readMember(planned: PlannedRow, cells: ReadTeamRow['cells']): SaidMember {
	const textOf = (column: string) => (cells[column]?.text ?? '').replace(/\s+/gu, ' ');
	const understood = <Value>(column: string, rule: string, value: Value | undefined) => {
		if (value === undefined) addProblem(planned, cells[column], rule);
		return value ?? null;
	};
	for (const [column, most] of Object.entries(longest))
		if (textOf(column).length > most) addProblem(planned, cells[column], 'nameLength');
	if (textOf('fullName').length < 2 && !cells['fullName']?.fault)
		addProblem(planned, cells['fullName'], 'nameLength');
	const flags = digitalSkills.map((skill) => {
		const column = `skill${skill}`;
		return { skill, has: understood(column, 'yesOrNo', readFlag(textOf(column))) };
	});
	const phone = textOf('phone');
	return {
		fullName: textOf('fullName'),
		role: understood('role', 'role', readRole(textOf('role'))),
		position: textOf('position'),
		organisation: textOf('organisation'),
		organisationKind: understood('origin', 'origin', readOrigin(textOf('origin'))),
		smartphone: understood('smartphone', 'yesOrNo', readFlag(textOf('smartphone'))),
		youth: understood('youth', 'yesOrNo', readFlag(textOf('youth'))),
		phone: understood('phone', 'phone', parsePhone(/\d/.test(phone) ? phone : '')),
		// One mark among the five is an answer to all of them.
		skills: flags.some(({ has }) => has !== null)
			? flags.filter(({ has }) => has === true).map(({ skill }) => skill)
			: null,
		fromOn: understood('fromOn', 'day', readDay(cells['fromOn'])),
		untilOn: understood('untilOn', 'day', readDay(cells['untilOn'])),
	};
}

/** Null for an empty cell, undefined for what is none of them. */
function readOrigin(text: string): MemberOrigin | null | undefined {
	if (text === '') return null;
	const key = searchKey(text);
	return memberOrigins.find((origin) => searchKey(work.teams.memberOrigins[origin]) === key);
}
