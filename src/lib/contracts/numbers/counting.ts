import type { Counting } from '../indicators';

/** What the reporters of one level say of one indicator. */
export interface LevelParts<Part> {
	/** Of the unit itself, where it isn't the sum of those below. */
	own: readonly Part[];
	/** Of the communes, or whatever else lies right below. */
	places: readonly Part[];
	/** Of the level's organisations. */
	organisations: readonly Part[];
}

/**
 * Which of them make the level's total, and which count the same once more: those stand beside it and
 * are never added.
 */
export function splitParts<Part>(
	counting: Counting,
	{ own, places, organisations }: LevelParts<Part>,
): { counted: Part[]; beside: Part[] } {
	const level = [...own, ...places];
	if (counting === 'each') return { counted: [...level, ...organisations], beside: [] };
	if (counting === 'organisations' && organisations.length > 0)
		return { counted: [...organisations], beside: level };
	return { counted: level, beside: [...organisations] };
}
