import ExcelJS from 'exceljs';
import { addDays } from '../../contracts/local-time';
import { compareNames } from '../../contracts/text/name-order';
import { digitalSkills } from '../../contracts/teams/teams';
import { vi } from '../../messages/vi';
import { work } from '../../messages/vi/work';
import { toSafeText } from '../workbook/csv';
import { addTeamSizes } from './add-team-sizes.server';
import { Places } from './places';
import { writeDay } from './read-roster';
import { servesOn, type Register } from './register';
import { rosterWords as words } from './wording';

const columns = [
	words.columns.code,
	words.columns.unit,
	words.columns.team,
	words.columns.fullName,
	words.columns.role,
	words.columns.position,
	words.columns.organisation,
	words.columns.origin,
	words.columns.smartphone,
	words.columns.youth,
	words.columns.phone,
	...digitalSkills.map(
		(skill) => `${words.columns.skill(String(skill))}\n${work.teams.skills[skill]}`,
	),
	words.columns.fromOn,
	words.columns.untilOn,
];
const widths = [12, 28, 38, 26, 13, 24, 24, 24, 13, 11, 15, 14, 14, 14, 14, 14, 13, 13];
/** Everybody who serves on a day as a workbook that can be filled on and sent back. */
export async function writeRoster(register: Register, day: string): Promise<Uint8Array> {
	const places = new Places(register.units);
	const teamOf = new Map(register.teams.map((team) => [team.id, team]));
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(words.sheet, {
		views: [{ state: 'frozen', ySplit: 1, xSplit: 4 }],
	});
	sheet.addRow(columns);
	const rows = register.members.filter(servesOn(day)).flatMap((member) => {
		const team = teamOf.get(member.teamId);
		const unit = team && places.byId(team.unitId);
		return unit ? [{ member, team, unit }] : [];
	});
	rows.sort(
		(a, b) =>
			compareNames(a.unit.code, b.unit.code) ||
			a.team.id - b.team.id ||
			compareNames(a.member.fullName, b.member.fullName),
	);
	for (const { member, team, unit } of rows) {
		const commune = places.communeOf(unit);
		const names = [unit, ...(commune && commune !== unit ? [commune] : [])].map(
			({ kind, name }) => `${vi.common.kinds[kind]} ${name}`,
		);
		sheet.addRow(
			[
				unit.code,
				names.join(', '),
				team.name,
				member.fullName,
				work.teams.roles[member.role],
				member.position,
				member.organisation,
				member.organisationKind === null ? '' : work.teams.memberOrigins[member.organisationKind],
				member.smartphone === null ? '' : member.smartphone ? words.yes : words.no,
				member.youth ? words.yes : words.no,
				member.phone ?? '',
				...digitalSkills.map((skill) => (member.skills.includes(skill) ? words.yes : '')),
				writeDay(member.fromOn),
				member.untilOn === null ? '' : writeDay(addDays(member.untilOn, -1)),
			].map(toSafeText),
		);
	}
	for (const [index, width] of widths.entries()) {
		const column = sheet.getColumn(index + 1);
		column.width = width;
		// As text: codes and phones keep their zeros, days stay as they were written.
		column.numFmt = '@';
	}
	const heading = sheet.getRow(1);
	heading.font = { bold: true };
	heading.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
	addTeamSizes(workbook, register, places, day);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}
