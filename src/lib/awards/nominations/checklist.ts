import type { DossierPart, RequiredPart } from '../../contracts/awards/nominations';
import type { CandidateKind } from '../../contracts/awards/candidates';

export interface CheckedPart {
	part: DossierPart;
	legalBasis: string;
	/** How many of it the dossier holds. */
	held: number;
}

/** What a season asks of such a dossier, in the season's order, and whether it is there. */
export const checkDossier = (
	required: readonly RequiredPart[],
	kind: CandidateKind,
	evidence: readonly { part: DossierPart }[],
): CheckedPart[] =>
	required
		.filter(({ kinds }) => kinds.includes(kind))
		.map(({ part, legalBasis }) => ({
			...{ part, legalBasis },
			held: evidence.filter((one) => one.part === part).length,
		}));

export const missingParts = (checked: readonly CheckedPart[]): DossierPart[] =>
	checked.filter(({ held }) => held === 0).map(({ part }) => part);
