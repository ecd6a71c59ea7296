import type { CandidateKind } from '../../contracts/awards/candidates';
import type { NamedNominee } from './nominee-name';
import type { Nominee } from './read-facts.server';

/** How a nominee is called on a page: by name, or by a number where names are hidden. */
export interface NomineeLabel extends NamedNominee {
	/** Under which the council's pages know it. */
	id: number;
	kind: CandidateKind;
	categoryName: string;
}

/** Labels of all nominees before the council: by categories, then as put forward, or by hidden numbers. */
export function labelNominees(nominees: readonly Nominee[]): NomineeLabel[] {
	const listed = nominees.filter(({ state }) => state === 'listed' || state === 'decided');
	const inOrder = listed.toSorted(
		(one, other) => one.categoryId - other.categoryId || one.councilId - other.councilId,
	);
	const hidden = inOrder.filter(({ rights }) => rights.blind);
	return inOrder.map((nominee) => {
		const { kind, categoryId, categoryName, candidateName, unitKind, rights } = nominee;
		const alike = hidden.filter((one) => one.categoryId === categoryId);
		return {
			...{ id: nominee.councilId, kind, categoryName },
			...{ name: rights.blind ? null : candidateName, code: alike.indexOf(nominee) + 1 },
			unitKind: rights.blind || kind !== 'commune' ? null : unitKind,
		};
	});
}

/** Whether labels name a person. */
export const namePersons = (labels: readonly NomineeLabel[]): boolean =>
	labels.some(({ kind, name }) => kind === 'individual' && name !== null && name !== '');
