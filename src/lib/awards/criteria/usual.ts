import { growthCriterion, type CriterionSetting } from '../../contracts/awards/criteria';
import type { CandidateKind } from '../../contracts/awards/candidates';

const share = { worst: 0, best: 1, missing: 'leaveOut' } as const;

const ofAll: CriterionSetting[] = [
	{ criterion: 'coverage', weight: 25, ...share },
	{ criterion: growthCriterion, weight: 1, ...share },
	{ criterion: 'assisted', weight: 15, ...share },
	{ criterion: 'punctuality', weight: 10, ...share },
	{ criterion: 'completeness', weight: 10, ...share },
	{ criterion: 'corrections', weight: 5, worst: 0.2, best: 0, missing: 'leaveOut' },
	{ criterion: 'teaching', weight: 10, worst: 0, best: 10, missing: 'leaveOut' },
	{ criterion: 'verified', weight: 5, worst: 0.5, best: 1, missing: 'leaveOut' },
];

/** What the first version of a category's criteria begins with; targets are set for communes. */
export const usualCriteria = (kind: CandidateKind): CriterionSetting[] =>
	kind === 'commune'
		? [...ofAll, { criterion: 'targetsMet', weight: 5, ...share }]
		: ofAll.map((setting) => ({ ...setting }));
