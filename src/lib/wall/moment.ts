import { parseMoment } from '../contracts/local-time';

/** The instant that a wall shows, and the same again where it lies in the past: nobody knows the future. */
export function momentOf(asked: string | null): { now: Date; at: Date | null } {
	const present = new Date();
	const at = parseMoment(asked ?? '');
	return at && at < present ? { now: at, at } : { now: present, at: null };
}
