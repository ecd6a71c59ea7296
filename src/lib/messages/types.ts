export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Vietnamese is written first: every other language says the same. */
export type Messages = typeof import('./vi').vi;
export type BaseMessages = typeof import('./vi/base').base;
export type AccountMessages = typeof import('./vi/accounts/accounts').accounts;
export type WorkMessages = typeof import('./vi/work').work;
export type EntryMessages = typeof import('./vi/reports/entry').entry;
export type OpenMessages = typeof import('./vi/open').open;
export type WallMessages = typeof import('./vi/wall').wall;
