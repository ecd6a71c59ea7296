import type { CandidateKind } from './candidates';
import type { Qualifier } from '../reports';

/**
 * How far a nomination has come. `completed`: nothing is missing, the committee has said so;
 * `listed`: it is before the council; `decided`: the chair's decision names it or leaves it out.
 */
export const nominationStates = [
	'draft',
	'submitted',
	'returned',
	'completed',
	'listed',
	'decided',
	'withdrawn',
] as const;
export type NominationState = (typeof nominationStates)[number];

/** Who puts somebody forward: the unit itself, a level above it, or the committee. */
export type NominationOrigin = 'unit' | 'above' | 'committee';

/** What a dossier is made of; which of them a season asks for is its setting. */
export const dossierParts = [
	'submissionLetter',
	'achievementReport',
	'minutes',
	'approvedReport',
	'practice',
	'activity',
	'photo',
	'otherFile',
] as const;
export type DossierPart = (typeof dossierParts)[number];

/** Those that are handed in as a file. */
export const fileParts = [
	'submissionLetter',
	'achievementReport',
	'minutes',
	'photo',
	'otherFile',
] as const satisfies readonly DossierPart[];
export type FilePart = (typeof fileParts)[number];

/** A part that a season asks for, of whom, and by which paper. */
export interface RequiredPart {
	part: DossierPart;
	kinds: CandidateKind[];
	legalBasis: string;
}

/** One figure of a dossier as it was approved. */
export interface EvidenceFigure {
	/** A household figure (`allFive`) or the code of an indicator. */
	name: string;
	value: number;
	qualifier: Qualifier;
}

/** What is on record about a unit, a team or a person besides this season's dossiers. */
export const recordKinds = ['award', 'discipline', 'falseReport'] as const;
export type RecordKind = (typeof recordKinds)[number];
