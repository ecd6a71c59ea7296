import { writeAudit } from '../../accounts/audit.server';
import { mayActOn } from '../../accounts/may-act-on.server';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { listTeams } from '../appendix-1/list-teams.server';
import { writeAppendixDocx } from '../appendix-1/write-docx';
import { writeAppendixXlsx } from '../appendix-1/write-xlsx.server';
import { mediaTypes, type PaperFile } from '../reports/marked-copy.server';
import { readRegister } from './register.server';
import { writeRoster } from './write-roster.server';

/** The form as a workbook or as a paper, or everybody on the rosters. */
export const teamExports = ['xlsx', 'docx', 'roster'] as const;
export type TeamExport = (typeof teamExports)[number];

/**
 * The teams of a unit, as of a day, with names and phones: who took them is written into the log.
 * @throws NotFoundError for an unknown unit or one without teams; ForbiddenError
 */
export async function exportTeams(
	database: Database,
	actor: Actor,
	{ file, unit: code, day }: { file: TeamExport; unit: string; day: string },
): Promise<PaperFile> {
	const unit = await unitByCode(database, code, day);
	if (!unit) throw new NotFoundError(`There is no unit ${code}.`);
	if (!(await mayActOn(database, actor, ['reporter', 'approver'], unit.id)))
		throw new ForbiddenError('The account keeps no team there.');
	const register = await readRegister(database, actor, day, unit.id);
	const list = listTeams(register, unit, day);
	if (list.teams.length === 0) throw new NotFoundError(`${code} has no team on ${day}.`);
	await writeAudit(database, {
		actor,
		action: 'roster.export',
		subject: `unit:${unit.id}`,
		details: { file, day, teams: list.teams.length },
	});
	if (file === 'roster')
		return {
			name: `thanh-vien-${code}-${day}.xlsx`,
			content: await writeRoster(register, day),
			mediaType: mediaTypes.xlsx,
		};
	return {
		name: `phu-luc-1-${code}-${day}.${file}`,
		content: await (file === 'xlsx' ? writeAppendixXlsx(list) : writeAppendixDocx(list)),
		mediaType: mediaTypes[file],
	};
}
