/** `returned` and `withdrawn` can be rewritten and handed in again; only `published` is public. */
export const practiceStates = ['submitted', 'returned', 'published', 'withdrawn'] as const;
export type PracticeState = (typeof practiceStates)[number];
