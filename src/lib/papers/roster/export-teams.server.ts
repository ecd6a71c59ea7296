import { writeAudit } from '../../accounts/audit/audit.server';
import { requireSight } from '../../accounts/access/require-sight.server';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { InvalidError, NotFoundError } from '../../server/errors';
import { listTeams } from '../appendix-1/list-teams.server';
import { listMembers } from '../appendix-1/list-members.server';
import {
	blankLetter,
	countMembers,
	type CoveringLetter,
	type MemberList,
	type TeamList,
} from '../appendix-1/team-list';
import { writeApart } from '../apart/write-apart.server';
import { mediaTypes, type PaperFile } from '../reports/marked-copy.server';
import { readRegister } from './read-register.server';
import type { TeamPaper } from './write-team-paper.server';

/** The form as a workbook or as a paper, or everybody on the rosters as either. */
export const teamExports = ['xlsx', 'docx', 'roster', 'members'] as const;
export type TeamExport = (typeof teamExports)[number];

/** A paper of more pages is one that nobody reads. */
const mostMembers = 1500;

export interface WantedTeams {
	file: TeamExport;
	unit: string;
	day: string;
	letter?: CoveringLetter;
}

/**
 * The teams of a unit, as of a day, with names and phones: who took them is written into the log.
 * @throws NotFoundError for an unknown unit, one out of sight, or one without teams;
 * InvalidError for more members than a paper holds
 */
export async function exportTeams(
	database: Database,
	actor: Actor,
	{ file, unit: code, day, letter = blankLetter }: WantedTeams,
): Promise<PaperFile> {
	const unit = await unitByCode(database, code, day);
	const missing = `There is no unit ${code}.`;
	if (!unit) throw new NotFoundError(missing);
	await requireSight(database, actor, {
		roles: ['reporter', 'approver'],
		unitId: unit.id,
		missing,
	});
	const register = await readRegister(database, actor, day, unit.id);
	const list = listTeams(register, unit, day, letter);
	if (list.teams.length === 0) throw new NotFoundError(`${code} has no team on ${day}.`);
	const members = listMembers(register, unit, day);
	if (file === 'members' && countMembers(members) > mostMembers)
		throw new InvalidError([
			{ field: 'unit', rule: 'tooManyMembers', message: `more than ${mostMembers} in one paper` },
		]);
	await writeAudit(database, {
		actor,
		action: 'roster.export',
		subject: `unit:${unit.id}`,
		details: { file, day, teams: list.teams.length },
	});
	const paper = await writeApart(paperOf(file, { register, list, members, day }));
	const named = file === 'roster' || file === 'members' ? 'thanh-vien' : 'phu-luc-1';
	const format = file === 'xlsx' || file === 'roster' ? 'xlsx' : 'docx';
	return {
		name: `${named}-${code}-${day}.${format}`,
		content: paper,
		mediaType: mediaTypes[format],
	};
}

function paperOf(
	file: TeamExport,
	{
		list,
		members,
		...roster
	}: Omit<Extract<TeamPaper, { file: 'roster' }>, 'file'> & {
		list: TeamList;
		members: MemberList;
	},
): TeamPaper {
	if (file === 'roster') return { file, ...roster };
	return file === 'members' ? { file, members } : { file, list };
}
