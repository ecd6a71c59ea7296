import * as v from 'valibot';
import { Day, Id, longest, text } from '../schemas';

const Findings = v.pipe(
	v.array(v.object({ what: text(longest.what, 5), mendBy: Day })),
	v.maxLength(20, 'tooMany'),
);

/** A look at a unit as it is noted down; messages are names of rules. */
export const NewInspection = v.object({
	/** Who looked. */
	unitId: Id,
	/** Code or name of the unit that was looked at. */
	inspected: text(longest.short, 2),
	heldOn: Day,
	inspectors: text(longest.short, 2),
	subject: text(longest.what, 5),
	conclusion: text(longest.note, 5),
	findings: Findings,
});

export const Answer = v.object({
	findingId: Id,
	mendedOn: Day,
	answer: text(longest.note, 5),
});

export const Returned = v.object({ findingId: Id, reason: text(longest.note, 5) });
