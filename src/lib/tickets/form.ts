import { wholeNumber } from '../contracts/text/address';

/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

/** The form's fields as a ticket that `raiseTicket` parses. */
export const ticketFromForm = (entered: Entered): unknown => ({
	// A browser leaves a choice out that nobody made.
	kind: '',
	category: '',
	...entered,
	unitId: wholeNumber(entered['unitId']),
});

/** The form's fields as a rule that `setTicketRule` parses. */
export const ruleFromForm = (entered: Entered): unknown => ({
	unitId: wholeNumber(entered['unitId']),
	risesAfterDays: wholeNumber(entered['risesAfterDays']?.trim()),
});
