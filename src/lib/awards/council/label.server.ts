import { createHash } from 'node:crypto';
import type { CandidateKind } from '../../contracts/awards';
import type { Nominee } from './read-facts.server';

/** How a nominee is called on a page: by name, or by a number where names are hidden. */
export interface NomineeLabel {
	id: number;
	kind: CandidateKind;
	categoryName: string;
	/** Null while names are hidden. */
	name: string | null;
	/** From 1 within the category, in an order that tells nothing. */
	code: number;
}

/** Labels of all nominees before the council, in the order of categories and codes. */
export function labelNominees(seasonId: number, nominees: readonly Nominee[]): NomineeLabel[] {
	const key = ({ id }: Nominee) => createHash('sha256').update(`${seasonId} ${id}`).digest('hex');
	const listed = nominees.filter(({ state }) => state === 'listed' || state === 'decided');
	const inOrder = listed.toSorted(
		(one, other) => one.categoryId - other.categoryId || (key(one) < key(other) ? -1 : 1),
	);
	return inOrder.map(({ id, kind, categoryId, categoryName, candidateName, rights }) => ({
		...{ id, kind, categoryName, name: rights.blind ? null : candidateName },
		code:
			inOrder.filter((one) => one.categoryId === categoryId).findIndex((one) => one.id === id) + 1,
	}));
}

/** Whether labels name a person. */
export const namePersons = (labels: readonly NomineeLabel[]): boolean =>
	labels.some(({ kind, name }) => kind === 'individual' && name !== null && name !== '');
