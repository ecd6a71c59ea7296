/**
 * How long browsers and proxies may keep what the public reads. What they may show without asking, fresh
 * or stale, is 60 seconds old at most, though one took it from the other at the end of its time: so soon is
 * a correction right everywhere, and what was taken down is gone.
 */
export const lifetimes = {
	/** A page: a proxy answers the crowd; a browser asks whether its copy is still the newest. */
	page: 'public, max-age=0, s-maxage=5, stale-while-revalidate=10, stale-if-error=300',
	/** An answer for machines, and the newest files. */
	reading: 'public, max-age=10, stale-while-revalidate=20',
	/** What says how it is now: kept, and shown after asking whether it still holds. */
	now: 'public, no-cache',
	/** A photo or a paper: what is taken back is gone from the browsers that showed it, too. */
	file: 'private, max-age=60',
	/** A numbered edition: its figures may be taken down all the same. */
	edition: 'public, max-age=30, stale-if-error=300',
} as const;

/** Milliseconds that we keep a page ourselves, whatever has changed: not all that it shows is counted. */
export const longestKept = 20_000;

/** For what lies under the hash of its own content, and tells nothing of reports. */
export const forEver = 'public, max-age=31536000, immutable';
