import type { BaseMessages } from '$lib/messages';

type Names = BaseMessages['common']['navigation'];

export interface MenuEntry {
	name: keyof Names['pages'];
	path: string;
}

/** Whoever is signed in, as the frame of the site shows them. */
export interface Visitor {
	displayName: string;
	menu: {
		/** What they do daily, the most usual first. */
		daily: readonly MenuEntry[];
		/** What else they may open, by subject. */
		groups: readonly { name: keyof Names['groups']; entries: readonly MenuEntry[] }[];
	};
}
