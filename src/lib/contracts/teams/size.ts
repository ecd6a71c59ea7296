/** What is known of how many members a team has on a day. */
export interface KnownSize {
	/** What the newest list of teams states; null while none did. */
	stated: number | null;
	/** Since when somebody vouches that the roster names everybody; null while nobody does. */
	rosterCompleteOn: string | null;
}

export interface TeamSize {
	/** What totals add up. */
	members: number;
	/** Named on the roster. */
	roster: number;
	stated: number | null;
	/** The roster names everybody, so that it is what counts. */
	complete: boolean;
}

/**
 * The one rule of a team's size: what a list stated counts until the roster names as many, or somebody
 * vouches for it. A roster that names nobody is complete only by somebody's word.
 */
export function teamSize(
	{ stated, rosterCompleteOn }: KnownSize,
	roster: number,
	day: string,
): TeamSize {
	const confirmed = rosterCompleteOn !== null && rosterCompleteOn <= day;
	const complete = confirmed || (stated === null ? roster > 0 : roster >= stated);
	return {
		members: complete ? roster : Math.max(stated ?? 0, roster),
		roster,
		stated,
		complete,
	};
}
