/** For whom teaching material is: citizens who begin, citizens who go on, or those who teach them. */
export const materialLevels = ['beginner', 'advanced', 'trainer'] as const;
export type MaterialLevel = (typeof materialLevels)[number];

/** `ethnic`: one of the languages of ethnic minorities; the title says which. */
export const materialLanguages = ['vi', 'ethnic', 'en'] as const;
export type MaterialLanguage = (typeof materialLanguages)[number];
