import { householdFields } from '../form/form';

/** What is ticked for a household; `allFive` = one and the same member. */
export const tallyMarks = [
	'skill1',
	'skill2',
	'skill3',
	'skill4',
	'skill5',
	'allFive',
	'assisted',
	'vneid',
	'serviceAccount',
] as const satisfies readonly (typeof householdFields)[number][];
export type TallyMark = (typeof tallyMarks)[number];

const skills = ['skill1', 'skill2', 'skill3', 'skill4', 'skill5'] as const;

/** One household: its house number, and nobody's name. */
export interface TallyRow {
	house: string;
	marks: TallyMark[];
}

/** `12`, `12A`, `12/3`, `12/3B`: a house number and nothing that could be a name. */
export function isHouseNumber(text: string): boolean {
	return /^\d{1,5}[A-Za-z]?(\/\d{1,5}[A-Za-z]?){0,3}$/.test(text.trim());
}

/** The house numbers that come next when houses are numbered through: `7` → `8`, `9`, …; none after `12A`. */
export function nextHouses(rows: readonly TallyRow[], count: number): string[] {
	const taken = new Set(rows.map(({ house }) => house));
	const numbers = rows.map(({ house }) => Number(house)).filter(Number.isInteger);
	const last = Math.max(0, ...numbers);
	return Array.from({ length: count }, (_, index) => String(last + index + 1)).filter(
		(house) => !taken.has(house),
	);
}

/**
 * Sets or takes away one mark. Who can do all five can do each; a household is able or assisted,
 * never both.
 */
export function mark(row: TallyRow, changed: TallyMark, isSet: boolean): TallyRow {
	const marks = new Set(row.marks);
	if (isSet) marks.add(changed);
	else marks.delete(changed);
	if (isSet && changed === 'allFive') {
		for (const skill of skills) marks.add(skill);
		marks.delete('assisted');
	}
	if (isSet && changed === 'assisted') marks.delete('allFive');
	if (!isSet && skills.some((skill) => skill === changed)) marks.delete('allFive');
	return { ...row, marks: tallyMarks.filter((name) => marks.has(name)) };
}

/** The report's household figures, counted from the sheet. */
export function countTally(rows: readonly TallyRow[]): Record<TallyMark | 'households', number> {
	const count = (name: TallyMark) => rows.filter(({ marks }) => marks.includes(name)).length;
	return {
		households: rows.length,
		skill1: count('skill1'),
		skill2: count('skill2'),
		skill3: count('skill3'),
		skill4: count('skill4'),
		skill5: count('skill5'),
		allFive: count('allFive'),
		assisted: count('assisted'),
		vneid: count('vneid'),
		serviceAccount: count('serviceAccount'),
	};
}
