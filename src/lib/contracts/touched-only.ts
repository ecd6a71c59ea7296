/** Whether there are fingers alone, as on a phone: what weighs much waits there until it is asked for. */
export const isTouchedOnly = (): boolean =>
	matchMedia('(hover: none) and (pointer: coarse)').matches;
