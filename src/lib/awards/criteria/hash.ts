import type { CriterionSetting } from '../../contracts/awards/criteria';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import type { CandidateKind } from '../../contracts/awards/candidates';

/** What the hash of a version is of: whoever has the criteria computes it again. */
export const hashedCriteria = (kind: CandidateKind, criteria: readonly CriterionSetting[]) =>
	canonicalJson({ kind, criteria });

export const criteriaHash = (kind: CandidateKind, criteria: readonly CriterionSetting[]): string =>
	sha256(hashedCriteria(kind, criteria));
