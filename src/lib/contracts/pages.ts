/** Which page of a list is asked for, from 1, and how long pages are. */
export interface PageRequest {
	page: number;
	pageSize: number;
}

export interface Page<Entry> {
	entries: Entry[];
	/** From 1; brought within range. */
	page: number;
	pages: number;
}

/** The page of a list of so many entries that is nearest to the one asked for, and where it begins. */
export function pageWithin(found: number, { page, pageSize }: PageRequest) {
	const pages = Math.max(1, Math.ceil(found / pageSize));
	const within = Math.min(Math.max(1, page), pages);
	return { page: within, pages, begin: (within - 1) * pageSize };
}

export function pageOf<Entry>(entries: readonly Entry[], request: PageRequest): Page<Entry> {
	const { page, pages, begin } = pageWithin(entries.length, request);
	return { entries: entries.slice(begin, begin + request.pageSize), page, pages };
}

export const hasMore = (total: number, { page, pageSize }: PageRequest): boolean =>
	total > page * pageSize;
