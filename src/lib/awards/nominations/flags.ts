import type { RecordKind } from '../../contracts/awards/nominations';

/** What is on record about a candidate, or about the team or unit it belongs to. */
export interface RecordedFact {
	kind: RecordKind;
	/** Local day. */
	happenedOn: string;
	title: string;
	achievement: string;
	source: string;
}

/** Something on record that stands against a nomination: a person decides what it means. */
export type DossierFlag =
	| { kind: 'recentAward' | 'discipline' | 'falseReport'; fact: RecordedFact }
	| { kind: 'otherCategory'; categoryName: string };

/** The same day some years before; 29 February becomes 1 March. */
const yearsBefore = (day: string, years: number) =>
	`${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

/**
 * One achievement, one award: what was awarded within so many years before the end of the time that
 * counts; and discipline and false reports from its beginning on.
 */
export function flagDossier(
	facts: readonly RecordedFact[],
	{
		countsFrom,
		countsUntil,
		yearsSinceAward,
	}: { countsFrom: string; countsUntil: string; yearsSinceAward: number },
	otherCategories: readonly string[],
): DossierFlag[] {
	const since = yearsBefore(countsUntil, yearsSinceAward);
	const flagged = facts.flatMap((fact): DossierFlag[] => {
		if (fact.kind === 'award')
			return fact.happenedOn > since ? [{ kind: 'recentAward', fact }] : [];
		return fact.happenedOn >= countsFrom ? [{ kind: fact.kind, fact }] : [];
	});
	return [
		...flagged,
		...otherCategories.map((categoryName) => ({ kind: 'otherCategory' as const, categoryName })),
	];
}
