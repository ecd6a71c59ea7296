import type { OpenMessages } from '$lib/messages/types';

/** In the order of reading; each is a page of its own. */
export const chapters = [
	'coverage',
	'enough',
	'legend',
	'deadlines',
	'approval',
	'privacy',
	'mergers',
	'awards',
	'catalogue',
] as const;
export type Chapter = (typeof chapters)[number];

export const titleOf = (chapter: Chapter, { method, awardPublic }: OpenMessages): string =>
	chapter === 'awards' ? awardPublic.onMethod.title : method[chapter].title;
