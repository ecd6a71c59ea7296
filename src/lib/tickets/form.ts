/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

const toNumber = (text: string | undefined) =>
	text !== undefined && /^\d{1,10}$/.test(text.trim()) ? Number(text) : null;

/** The form's fields as a ticket that `raiseTicket` parses. */
export const ticketFromForm = (entered: Entered): unknown => ({
	// A browser leaves a choice out that nobody made.
	kind: '',
	category: '',
	...entered,
	unitId: toNumber(entered['unitId']),
});

/** The form's fields as a rule that `setTicketRule` parses. */
export const ruleFromForm = (entered: Entered): unknown => ({
	unitId: toNumber(entered['unitId']),
	risesAfterDays: toNumber(entered['risesAfterDays']),
});
