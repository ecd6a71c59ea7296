/**
 * The rooms of a season, in the order of its work: the page behind each, below `/awards/SEASON`. A room
 * appears for whoever the route policy lets into `/(internal)/awards/[season]/ROOM`.
 */
export const seasonRooms = [
	'criteria',
	'calendar',
	'freeze',
	'shortlist',
	'flags',
	'back-checks',
	'nominations',
	'council',
	'session',
	'papers',
	'settings',
] as const;
export type SeasonRoom = (typeof seasonRooms)[number];

/** @param mayOpen says whether the account may open a route. */
export const openRooms = (mayOpen: (route: string) => boolean): SeasonRoom[] =>
	seasonRooms.filter((room) => mayOpen(`/(internal)/awards/[season]/${room}`));
