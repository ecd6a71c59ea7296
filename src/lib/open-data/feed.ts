import { Feed } from 'feed';
import { escapeXml } from '../contracts/text/sound-text';

export interface FeedEntry {
	/** What it is of, within its feed: never another one for the same news. */
	name: string;
	title: string;
	text: string;
	/** The page that it leads to. */
	link: string;
	/** ISO instant. */
	at: string;
}

export interface FeedHead {
	/** What it is about, whatever that is called and wherever it is read: `commune/07294/2025-07-01`. */
	name: string;
	title: string;
	/** Whose news it tells. */
	author: string;
	/** The page whose news it tells. */
	link: string;
	/** Where it is itself. */
	address: string;
	language: 'vi' | 'en';
	rights: string;
}

/** Before anything was published a feed must name some instant as well. */
const beginning = '2022-01-01T00:00:00Z';

/** RFC 4151: a name that stays, though a place is renamed or leads elsewhere; the year is the address's first. */
const tagOf = ({ address, language, name }: FeedHead): string =>
	`tag:${new URL(address).hostname},2025:${language}/${name}`;

/** Atom of these news. @param entries newest first. */
export function writeAtom(head: FeedHead, entries: readonly FeedEntry[]): string {
	const { title, author, link, address, language, rights } = head;
	const feed = new Feed({
		...{ title, id: tagOf(head), link, language, copyright: rights },
		author: { name: author, link: new URL(address).origin },
		updated: new Date(entries[0]?.at ?? beginning),
		feedLinks: { atom: address },
	});
	for (const { name, title: heading, text, link: page, at } of entries)
		feed.addItem({
			id: `${tagOf(head)}/${name}`,
			// They are read as HTML.
			...{ title: escapeXml(heading), description: escapeXml(text) },
			...{ link: page, date: new Date(at) },
		});
	return feed.atom1();
}
