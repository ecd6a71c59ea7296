import type {
	AccountMessages,
	BaseMessages,
	EntryMessages,
	Locale,
	Messages,
	OpenMessages,
	WallMessages,
	WorkMessages,
} from './types';

export { locales } from './types';
export type {
	AccountMessages,
	BaseMessages,
	EntryMessages,
	Locale,
	Messages,
	OpenMessages,
	WallMessages,
	WorkMessages,
} from './types';

/** The catalogue of one language only: a phone never loads both. */
export async function loadMessages(locale: Locale): Promise<Messages> {
	return locale === 'en' ? (await import('./en')).en : (await import('./vi')).vi;
}

/** What entry forms get by with beside `loadEntryMessages`. */
export async function loadBaseMessages(locale: Locale): Promise<BaseMessages> {
	return locale === 'en' ? (await import('./en/base')).base : (await import('./vi/base')).base;
}

/** What is said of signing in and of accounts, at the door and behind it. */
export async function loadAccountMessages(locale: Locale): Promise<AccountMessages> {
	return locale === 'en'
		? (await import('./en/accounts/accounts')).accounts
		: (await import('./vi/accounts/accounts')).accounts;
}

/** What only signed-in pages say, beside the above. */
export async function loadWorkMessages(locale: Locale): Promise<WorkMessages> {
	return locale === 'en' ? (await import('./en/work')).work : (await import('./vi/work')).work;
}

/** What entry forms say: apart, since a phone that reports offline carries nothing else along. */
export async function loadEntryMessages(locale: Locale): Promise<EntryMessages> {
	return locale === 'en'
		? (await import('./en/reports/entry')).entry
		: (await import('./vi/reports/entry')).entry;
}

/** What pages about open data, communes, methods and seasons say: nearly all run without scripts, so no phone loads it. */
export async function loadOpenMessages(locale: Locale): Promise<OpenMessages> {
	return locale === 'en' ? (await import('./en/open')).open : (await import('./vi/open')).open;
}

/** What a wall says. */
export async function loadWallMessages(locale: Locale): Promise<WallMessages> {
	return locale === 'en' ? (await import('./en/wall')).wall : (await import('./vi/wall')).wall;
}
