/**
 * How long browsers and proxies may keep what the public reads. What they may show without asking,
 * fresh or stale, is 60 seconds old at most: so soon is a correction right everywhere.
 */
export const lifetimes = {
	/** A page: a proxy answers the crowd; a browser always asks whether its copy is still the newest. */
	page: 'public, max-age=0, s-maxage=5, stale-while-revalidate=20, stale-if-error=300',
	/** An answer for machines, and the newest files. */
	reading: 'public, max-age=20, stale-while-revalidate=40',
	/** What says how it is now: kept, and shown after asking whether it still holds. */
	now: 'public, no-cache',
	/** A photo or a paper: what is taken back is gone from the browsers that showed it, too. */
	file: 'private, max-age=60',
	/** A numbered edition: it stays readable for a week while we don't answer. */
	edition: 'public, max-age=60, stale-if-error=604800',
} as const;

/** For what lies under the hash of its own content, and tells nothing of reports. */
export const forEver = 'public, max-age=31536000, immutable';
