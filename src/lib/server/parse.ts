import * as v from 'valibot';
import { unsoundFields, unsoundText } from '../contracts/text/sound-text';
import { InvalidError } from './errors';

/**
 * What came in, as the schema has it. The schema's messages are names of rules, which interfaces
 * put into words.
 * @throws InvalidError with one problem a field.
 */
export function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown,
): v.InferOutput<Schema> {
	const unsound = unsoundFields(input);
	if (unsound.length > 0)
		throw new InvalidError(unsound.map((field) => ({ field, ...unsoundText })));
	const result = v.safeParse(schema, input);
	if (result.success) return result.output;
	const problems = new Map(
		result.issues.toReversed().map((issue) => {
			const field = v.getDotPath(issue) ?? '';
			return [field, { field, rule: issue.message, message: `breaks the rule ${issue.message}` }];
		}),
	);
	throw new InvalidError([...problems.values()].toReversed());
}
