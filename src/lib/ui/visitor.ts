/** Whoever is signed in, as the frame of the site shows them. */
export interface Visitor {
	displayName: string;
	/** Paths of the header that they may open beside what is open to everybody. */
	pages: readonly string[];
}
