/** Whom a category of a season rewards. Individuals are compared by evidence, never scored. */
export const candidateKinds = ['commune', 'communeTeam', 'villageTeam', 'individual'] as const;
export type CandidateKind = (typeof candidateKinds)[number];
