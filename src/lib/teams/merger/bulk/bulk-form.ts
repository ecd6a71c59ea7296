import { wholeNumber } from '../../../contracts/text/address';
import type { TeamKind } from '../../../contracts/teams/teams';

/** Whose leader leads where several do. */
export const leadingKinds = [
	'cnscd',
	'project06',
	'youth5299',
	'merged',
] as const satisfies readonly TeamKind[];

/** The form's fields as what `mergeMany` parses. */
export const bulkFromForm = (entered: Record<string, string>): Record<string, unknown> => ({
	unitId: wholeNumber(entered['unitId'] ?? '') ?? 0,
	mergedOn: entered['mergedOn'] ?? '',
	leaderOf: entered['leaderOf'] ?? '',
	decision: entered['decision'] ?? '',
});
