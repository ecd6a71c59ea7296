import { sql, type SQL } from 'drizzle-orm';

/** A moment in a statement. */
export const instant = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`;

/** A moment that a statement reads, as programs write it: `2026-10-20T03:00:00Z`. */
export const isoInstant = (moment: SQL): SQL =>
	sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The same to the millisecond, for what is counted on from it. */
export const exactInstant = (moment: SQL): SQL =>
	sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
