import { sql } from 'drizzle-orm';
import { timestamp } from 'drizzle-orm/pg-core';

/** A moment, whatever clock is looked at. */
export const instant = (name: string) => timestamp(name, { withTimezone: true });

/** When a row was written; null of rows from before anybody noted it. See `db/rows-as-of.ts`. */
export const recordedAt = () => instant('recorded_at').default(sql`now()`);
