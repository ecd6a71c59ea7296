import { minuteLength } from '../../contracts/local-time';

/** Milliseconds between two steps. */
const pause = 3 * minuteLength;
/** Steps to either side of the middle. */
export const reach = 4;

/** From one end to the other and back. */
const wander = (step: number) => Math.abs((step % (4 * reach)) - 2 * reach) - reach;

/**
 * How far everything on the wall lies from its place at an instant (milliseconds), in steps, so that
 * nothing burns in: row by row through a square, a step to the side each few minutes, in half a day.
 */
export function driftAt(instant: number): { x: number; y: number } {
	const step = Math.floor(instant / pause);
	return { x: wander(step), y: wander(Math.floor(step / (2 * reach))) };
}
