import { sql, type SQL } from 'drizzle-orm';
import { measures } from '../contracts/coverage';

/** The elements of an array that adds up a column of rows named `below`, measure by measure. */
export const sumOf = (column: 'able' | 'base' | 'public_able' | 'public_base'): SQL =>
	sql.join(
		measures.map(
			(_, index) => sql`sum(below.${sql.raw(column)}[${sql.raw(String(index + 1))}])::int`,
		),
		sql`, `,
	);
