import { centred, officialDocument, paragraph, toDocx } from '../official/frame';
import { gap } from '../official/parts';
import { ruledTable, type TableColumn, type TableLine } from '../official/tables';
import { countMembers, type MemberList } from './team-list';
import { memberWords as words } from './wording';

/** Together as wide as the text of an upright page: 160 mm. */
const columns: readonly TableColumn[] = [
	{ heading: words.columns.number, width: 10, align: 'centre' },
	{ heading: words.columns.fullName, width: 45 },
	{ heading: words.columns.position, width: 52 },
	{ heading: words.columns.role, width: 24, align: 'centre' },
	{ heading: words.columns.phone, width: 29, align: 'centre' },
];

/** The members of all teams as an annex, numbered anew in each team. */
export function writeMembersDocx(list: MemberList): Promise<Uint8Array> {
	const lines = list.teams.flatMap(({ name, commune, members }): TableLine[] => [
		{ across: words.team(name, commune, members.length) },
		...members.map(({ fullName, position, role, phone }, index) => [
			String(index + 1),
			fullName,
			position,
			words.roles[role],
			phone,
		]),
	]);
	const total = { total: words.total(list.teams.length, countMembers(list)), sums: [] };
	return toDocx(
		officialDocument(words.title(list), [
			{
				children: [
					centred(words.kind, { bold: true }),
					centred(words.title(list), { bold: true }),
					centred(words.attached(list), { italics: true }, 6),
					gap(2),
					ruledTable(columns, [...lines, total]),
					gap(2),
					paragraph(words.internal, { size: 12, italics: true }),
				],
			},
		]),
	);
}
