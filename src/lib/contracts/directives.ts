/** What kind of paper sets work, by its title. */
export const directiveKinds = [
	'decision',
	'plan',
	'guidance',
	'officialLetter',
	'directive',
	'resolution',
	'circular',
	'other',
] as const;
export type DirectiveKind = (typeof directiveKinds)[number];

/** A paper as papers cite it. */
export interface CitedPaper {
	kind: DirectiveKind;
	/** As printed: `828/QĐ-UBND`. */
	number: string;
	/** Local day. */
	issuedOn: string;
	issuer: string;
	subject: string;
}
