import type { ScreenShow } from '../contracts/screens';

/** Where a screen is to be, by the query of its address, and the query that it goes back to afterwards. */
export interface Course {
	query: string;
	/** Null while it goes its own way. */
	home: string | null;
}

/** Steers a screen by what a remote control has it show; null: its own way. */
export function steer({ query, home }: Course, show: ScreenShow | null): Course {
	if (show === null) return { query: home ?? query, home: null };
	const parameters = new URLSearchParams(home ?? query);
	if (show.scene !== null) parameters.set('canh', show.scene);
	if (show.commune !== null) parameters.set('xa', show.commune);
	if (show.at !== null) {
		parameters.set('luc', show.at);
		parameters.delete('thang');
	}
	return { query: parameters.toString(), home: home ?? query };
}

/** A remote control is over by the clock too, whether or not there is a connection. */
export const showAt = (show: ScreenShow | null, now: number): ScreenShow | null =>
	show !== null && now < Date.parse(show.until) ? show : null;
