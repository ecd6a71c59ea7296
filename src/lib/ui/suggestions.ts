/** One entry of a list under a search field. */
export interface Suggestion {
	id: number;
	name: string;
	/** What tells it apart from others of its name. */
	detail: string;
	href: string;
}
