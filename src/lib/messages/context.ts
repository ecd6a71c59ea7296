import { createContext } from 'svelte';
import { toAddress } from './addresses';
import { createFormat, type Format } from './format';
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

/** What a component needs to speak to its reader. A getter object, so that it follows a change of language. */
export interface Language {
	readonly locale: Locale;
	/** Of all pages but `entry`. @throws there. */
	readonly t: Messages;
	/** Of all pages. */
	readonly base: BaseMessages;
	/** Of pages to sign in at and of signed-in ones other than `entry`. @throws elsewhere. */
	readonly accounts: AccountMessages;
	/** Of signed-in pages, `routes/(internal)`, other than `entry`. @throws elsewhere. */
	readonly work: WorkMessages;
	/** Of pages about open data and the site, of badges, of communes, of the structure, of the method, of seasons and of embeds: see `routes/+layout.ts`. @throws elsewhere. */
	readonly open: OpenMessages;
	/** Of the wall, `routes/(wall)`. @throws elsewhere. */
	readonly wall: WallMessages;
	/** Of entry forms, on all pages of `routes/(internal)`. @throws elsewhere. */
	readonly entry: EntryMessages;
	readonly format: Format;
	/** The address of a route in the reader's language: `/commune/07294` → `/xa/07294`. */
	readonly address: (path: string) => string;
}

const [getLanguage, setLanguageContext] = createContext<Language>();
export { getLanguage };

/** Call once, in the root layout. */
export function provideLanguage(
	current: () => {
		locale: Locale;
		messages: Messages | null;
		baseMessages: BaseMessages;
		accountMessages: AccountMessages | null;
		workMessages: WorkMessages | null;
		openMessages: OpenMessages | null;
		wallMessages: WallMessages | null;
		entryMessages: EntryMessages | null;
	},
): void {
	let format: { of: BaseMessages; value: Format } | undefined;
	setLanguageContext({
		get locale() {
			return current().locale;
		},
		get t() {
			const { messages } = current();
			if (!messages) throw new Error('Entry forms get by with the base messages.');
			return messages;
		},
		get base() {
			return current().baseMessages;
		},
		get accounts() {
			const { accountMessages } = current();
			if (!accountMessages)
				throw new Error('Only pages to sign in at and those of (internal) have these messages.');
			return accountMessages;
		},
		get work() {
			const { workMessages } = current();
			if (!workMessages) throw new Error('Only pages of (internal) have these messages.');
			return workMessages;
		},
		get open() {
			const { openMessages } = current();
			if (!openMessages)
				throw new Error('Only the open routes of routes/+layout.ts have these messages.');
			return openMessages;
		},
		get wall() {
			const { wallMessages } = current();
			if (!wallMessages) throw new Error('Only pages of (wall) have these messages.');
			return wallMessages;
		},
		get entry() {
			const { entryMessages } = current();
			if (!entryMessages) throw new Error('Only pages of (internal) have these messages.');
			return entryMessages;
		},
		get format() {
			const { locale, baseMessages: messages } = current();
			// Making Intl formatters is slow; a page asks for them hundreds of times.
			if (format?.of !== messages) format = { of: messages, value: createFormat(locale, messages) };
			return format.value;
		},
		get address() {
			const { locale } = current();
			return (path: string) => toAddress(path, locale);
		},
	});
}
