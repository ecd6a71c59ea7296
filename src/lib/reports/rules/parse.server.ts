import * as v from 'valibot';
import { InvalidError } from '../../server/errors';

/** @throws InvalidError naming the fields. */
export function parseFields<Schema extends v.GenericSchema>(
	schema: Schema,
	given: unknown,
): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, given);
	if (parsed.success) return parsed.output;
	throw new InvalidError(
		parsed.issues.map((issue) => ({
			field: v.getDotPath(issue) ?? 'form',
			rule: `schema.${issue.type}`,
			message: issue.message,
		})),
	);
}

export const fieldProblem = (field: string, rule: string, message: string) =>
	new InvalidError([{ field, rule, message }]);
