import { Feed } from 'feed';

export interface FeedEntry {
	/** Never another one for the same news. */
	id: string;
	title: string;
	text: string;
	/** The page that it leads to. */
	link: string;
	/** ISO instant. */
	at: string;
}

export interface FeedHead {
	title: string;
	/** The page whose news it tells. */
	link: string;
	/** Where it is itself. */
	address: string;
	language: 'vi' | 'en';
	rights: string;
}

/** Before anything was published a feed must name some instant as well. */
const beginning = '2022-01-01T00:00:00Z';

/** Atom of these news. @param entries newest first. */
export function writeAtom(
	{ title, link, address, language, rights }: FeedHead,
	entries: readonly FeedEntry[],
): string {
	const feed = new Feed({
		...{ title, id: address, link, language, copyright: rights },
		updated: new Date(entries[0]?.at ?? beginning),
		feedLinks: { atom: address },
	});
	for (const { id, title, text, link, at } of entries)
		feed.addItem({ id, title, description: text, link, date: new Date(at) });
	return feed.atom1();
}
