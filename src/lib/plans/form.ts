import { wholeNumber } from '../contracts/text/address';
import { toHolder } from '../contracts/teams/holders';

/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

/** The form's fields as a plan that `drawUpPlan` parses. */
export const planFromForm = (entered: Entered): unknown => ({
	// A browser leaves a choice out that nobody made.
	template: '',
	...entered,
	...toHolder(entered['holder'] ?? ''),
	year: wholeNumber(entered['year']),
	issuedOn: entered['issuedOn'] ? entered['issuedOn'] : null,
});

/** The form's fields as a task that `addTask` and `changeTask` parse. */
export const taskFromForm = (entered: Entered): unknown => ({
	// A browser leaves a choice out that nobody made.
	audience: '',
	...entered,
	memberId: wholeNumber(entered['memberId']),
});

/** The form's fields as what a unit says of its own part. */
export const turnFromForm = (entered: Entered): unknown => ({
	...entered,
	unitId: wholeNumber(entered['unitId']),
});
