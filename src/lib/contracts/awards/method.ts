/**
 * Numbers of the method itself, alike for every province and year. What those set for themselves is a
 * season's setting or stands in a version of its criteria; these would change what a result means, and a
 * frozen file is computed again by them. The public page of a season shows them from here.
 */

/**
 * How far a draw moves a weight, and how far a goalpost, up or down: parts of the weight, and of the distance
 * between the goalposts. Step 8 of the OECD/JRC Handbook asks to vary both and leaves the range to the index.
 */
export const weightMove = 0.25;
export const goalpostMove = 0.1;

/** How often an index is drawn: while figures move, and at the freeze. */
export const liveDraws = 1_000;
export const frozenDraws = 10_000;

/**
 * Control limits of a funnel, as usual: how many standard deviations from the share of all, and in which
 * share of cases chance alone stays within (D. J. Spiegelhalter, Statistics in Medicine 24, 2005).
 */
export const funnelBounds = {
	inner: { deviations: 1.96, covers: 0.95 },
	outer: { deviations: 3.09, covers: 0.998 },
} as const;
