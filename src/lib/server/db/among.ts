import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** Ids as one parameter: a statement takes 65,535 of them at most, and the country has more villages. */
export const idList = (ids: Iterable<number>): SQL =>
	sql`(select jsonb_array_elements_text(${JSON.stringify([...ids])}::jsonb)::int)`;

/** Whether a column holds one of the ids, however many they are. */
export const among = (column: SQLWrapper, ids: Iterable<number>): SQL<boolean> =>
	sql`${column} in ${idList(ids)}`;
