export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

export type Messages = typeof import('./vi').vi;

/** The catalogue of one language only: a phone never loads both. */
export async function loadMessages(locale: Locale): Promise<Messages> {
	return locale === 'en' ? (await import('./en')).en : (await import('./vi')).vi;
}
