export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

export type Messages = typeof import('./vi').vi;
export type BaseMessages = typeof import('./vi/base').base;
export type WorkMessages = typeof import('./vi/work').work;
export type EntryMessages = typeof import('./vi/entry').entry;

/** The catalogue of one language only: a phone never loads both. */
export async function loadMessages(locale: Locale): Promise<Messages> {
	return locale === 'en' ? (await import('./en')).en : (await import('./vi')).vi;
}

/** What entry forms get by with beside `loadEntryMessages`. */
export async function loadBaseMessages(locale: Locale): Promise<BaseMessages> {
	return locale === 'en' ? (await import('./en/base')).base : (await import('./vi/base')).base;
}

/** What only signed-in pages say, beside the above. */
export async function loadWorkMessages(locale: Locale): Promise<WorkMessages> {
	return locale === 'en' ? (await import('./en/work')).work : (await import('./vi/work')).work;
}

/** What entry forms say: apart, since a phone that reports offline carries nothing else along. */
export async function loadEntryMessages(locale: Locale): Promise<EntryMessages> {
	return locale === 'en' ? (await import('./en/entry')).entry : (await import('./vi/entry')).entry;
}
