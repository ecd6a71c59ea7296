import * as v from 'valibot';

/** One fault of one row; the same shape as the server's problems. */
export interface RowProblem {
	/** `<row>.<field>`, rows counted from 0. */
	field: string;
	rule: string;
	message: string;
}

export const rowProblem = (
	row: number,
	field: string,
	rule: string,
	message: string,
): RowProblem => ({ field: `${row}.${field}`, rule, message });

/** Parses every row and names every fault, instead of stopping at the first. */
export function parseRows<Schema extends v.GenericSchema>(
	schema: Schema,
	rows: readonly unknown[],
): { parsed: v.InferOutput<Schema>[]; problems: RowProblem[] } {
	const parsed: v.InferOutput<Schema>[] = [];
	const problems: RowProblem[] = [];
	rows.forEach((row, index) => {
		const result = v.safeParse(schema, row);
		if (result.success) parsed.push(result.output);
		else
			for (const issue of result.issues)
				problems.push(
					rowProblem(index, v.getDotPath(issue) ?? 'row', `schema.${issue.type}`, issue.message),
				);
	});
	return { parsed, problems };
}
