import { centred, officialDocument, paragraph, toDocx } from '../official/frame';
import { closingParts, gap, paperHead, paperTitle } from '../official/parts';
import { ruledTable, type TableColumn } from '../official/tables';
import { byCommune, type TeamList } from './team-list';
import { formWords, totalMembers } from './wording';

const { columns } = formWords;
/** Together as wide as the text of an upright page: 160 mm. */
const tableColumns: readonly TableColumn[] = [
	{ heading: columns.number, width: 10, align: 'centre' },
	{ heading: columns.commune, width: 25 },
	{ heading: columns.team, width: 41 },
	{ heading: columns.members, width: 18, align: 'centre' },
	{ heading: columns.leader, width: 37 },
	// As wide as twelve digits: a number that breaks is misread.
	{ heading: columns.phone, width: 29, align: 'centre' },
];

/** The form as an official paper; number and date stay blank for the clerk. */
export function writeAppendixDocx(list: TeamList): Promise<Uint8Array> {
	const lines = byCommune(list.teams).flatMap(({ commune, teams }) =>
		teams.map(({ name, members, leader, position, phone }, index) => [
			String(index + 1),
			commune,
			name,
			String(members),
			[leader, position].filter((text) => text !== '').join(', '),
			phone,
		]),
	);
	const members = totalMembers(list);
	const total = { total: formWords.total(list.teams.length), sums: [String(members), '', ''] };
	return toDocx(
		officialDocument(formWords.title(list), [
			{
				children: [
					centred(formWords.annex, { bold: true }, 6),
					paperHead({
						superiorBody: '',
						issuingBody: formWords.issuer(list),
						numberSuffix: 'BC-UBND',
						place: list.unit.name,
						year: list.day.slice(0, 4),
					}),
					...paperTitle(formWords.kind, formWords.title(list)),
					centred(formWords.asOf(list), { italics: true }, 6),
					centred(formWords.addressee(list), {}, 6),
					paragraph(formWords.intro(list)),
					paragraph(formWords.teams(list.teams.length)),
					paragraph(formWords.members(members)),
					paragraph(formWords.listed, {}, true),
					gap(2),
					ruledTable(tableColumns, [...lines, total], {
						closing: closingParts(formWords.recipients, [formWords.signatory], ''),
					}),
				],
			},
		]),
	);
}
