import * as v from 'valibot';
import { directiveKinds } from '../../contracts/directives';
import { Day, Id, longest, text } from '../schemas';

const Content = v.object({
	kind: v.picklist(directiveKinds, 'choose'),
	number: text(longest.number, 1),
	issuedOn: Day,
	issuer: text(longest.short, 2),
	subject: text(longest.what, 5),
});

/** A paper as it comes into a unit's register; messages are names of rules. */
export const NewDirective = v.object({ ...Content.entries, unitId: Id });

export const DirectiveCorrection = Content;
