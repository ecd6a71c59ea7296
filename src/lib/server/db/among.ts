import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** Ids as one parameter: a statement takes 65,535 of them at most, and the country has more villages. */
export const idList = (ids: Iterable<number>): SQL =>
	sql`(select jsonb_array_elements_text(${JSON.stringify([...ids])}::jsonb)::int)`;

/** Sub-query `(day)`: local days that one statement asks about, each once. */
export const dayList = (days: Iterable<string>): SQL =>
	sql`(select value::date as day from jsonb_array_elements_text(${JSON.stringify([...new Set(days)])}::jsonb))`;

/** Sub-query `(id, starts_on, ends_on)`: periods that one statement asks about. */
export const periodList = (
	periods: readonly { id: number; startsOn: string; endsOn: string }[],
): SQL =>
	sql`(select id, "startsOn" as starts_on, "endsOn" as ends_on
		from jsonb_to_recordset(${JSON.stringify(
			periods.map(({ id, startsOn, endsOn }) => ({ id, startsOn, endsOn })),
		)}::jsonb) as asked (id int, "startsOn" date, "endsOn" date))`;

/** Whether a column holds one of the ids, however many they are. */
export const among = (column: SQLWrapper, ids: Iterable<number>): SQL<boolean> =>
	sql`${column} in ${idList(ids)}`;
