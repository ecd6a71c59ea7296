import type { Workbook } from 'exceljs';
import { teamSize } from '../../contracts/teams/size';
import { teamsInOrder } from '../appendix-1/list-teams.server';
import { toSafeText } from '../workbook/csv';
import type { Places } from './places';
import { byTeam, servesOn, type Register } from './register';
import { rosterWords } from './wording';

const { columns, sizes: words } = rosterWords;
const headings = [
	columns.code,
	columns.unit,
	columns.team,
	words.stated,
	words.named,
	words.counted,
];
const widths = [12, 28, 38, 20, 20, 20];

/** Both numbers of each team, which one counts, and their sums. */
export function addTeamSizes(
	workbook: Workbook,
	register: Register,
	places: Places,
	day: string,
): void {
	const sheet = workbook.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.columns = widths.map((width) => ({ width }));
	const heading = sheet.addRow(headings);
	heading.font = { bold: true };
	heading.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
	const rosters = byTeam(register.members);
	const sums = { stated: 0, roster: 0, members: 0 };
	for (const { team, commune } of teamsInOrder(register, places, day)) {
		const named = (rosters.get(team.id) ?? []).filter(servesOn(day)).length;
		const { stated, roster, members } = teamSize(team.size, named, day);
		sums.stated += stated ?? 0;
		sums.roster += roster;
		sums.members += members;
		const place = [places.byId(team.unitId)?.code ?? '', commune, team.name].map(toSafeText);
		sheet.addRow([...place, stated, roster, members]);
	}
	const total = sheet.addRow([words.total, '', '', sums.stated, sums.roster, sums.members]);
	total.font = { bold: true };
	for (const column of [4, 5, 6]) sheet.getColumn(column).numFmt = '#,##0';
}
