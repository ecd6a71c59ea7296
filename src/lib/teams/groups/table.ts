import type { WorkMessages } from '../../messages';
import type { Format } from '../../messages/format';
import type { GroupLine } from './lines';

/** Groups as rows of a table, its headings first. */
export function groupRows(
	lines: readonly GroupLine[],
	{ t, format }: { t: WorkMessages['teams']; format: Format },
): (string | number)[][] {
	const { columns } = t.groups;
	return [
		[
			...[columns.code, columns.unit, columns.above, columns.team, columns.expected],
			...[columns.group, columns.standing, columns.households, columns.parties, columns.contact],
		],
		...lines.map((line) => [
			line.unit.code,
			format.unitName(line.unit),
			line.above ? format.unitName(line.above) : '',
			line.team.name,
			line.expected,
			line.groupName,
			t.zalo.standings[line.standing],
			line.householdGroup,
			line.parties.map((party) => t.zalo.parties[party]).join('; '),
			line.contactNames?.join('; ') ?? line.contacts,
		]),
	];
}
