import { isDay } from '../../contracts/local-time';
import type { TeamFileKind } from '../../contracts/teams/files';

export const teamFileKindOf = (text: string | undefined): TeamFileKind =>
	text === 'roster' ? 'roster' : 'appendix';

/** A day `YYYY-MM-DD` that exists and has come. */
export const isListDay = (text: string, today: string): boolean => isDay(text) && text <= today;

/** Of what the paper around Phụ lục 1 says: whom it is sent to, and which paper asks for it. */
export const longestAddressee = 200;
export const longestBasis = 400;

/** One line of a paper, as it was typed into an address. */
export const typedLine = (text: string | null, longest: number): string =>
	(text ?? '').replace(/\s+/gu, ' ').trim().slice(0, longest);

/** Why there was no file to take. */
export const exportRefusals = ['none', 'tooManyMembers'] as const;
export type ExportRefusal = (typeof exportRefusals)[number];
