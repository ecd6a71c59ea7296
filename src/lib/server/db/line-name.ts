/** PostgreSQL keeps so many characters of a name. */
const longestName = 63;
/** Characters: more than the client holds back before it sends. */
const longestHeldBack = 1024;

/**
 * `application_name` of a new line, so long that the first message is sent at once. When a line ends
 * just as something is written to it, the client takes what it holds back for scheduled, and would
 * never send the few bytes that open the next line.
 */
export const lineName = (name: string): string =>
	name.padEnd(longestName, '-').padEnd(longestHeldBack, '-');

/** What the server calls it. */
export const shownName = (name: string): string => name.padEnd(longestName, '-');
