import { timestamp } from 'drizzle-orm/pg-core';

/** A moment, whatever clock is looked at. */
export const instant = (name: string) => timestamp(name, { withTimezone: true });
