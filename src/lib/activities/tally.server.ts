import { sql, type SQL } from 'drizzle-orm';

/** Columns of an `ActivityTally` over rows of `activity` grouped by kind, topic and youth. */
export const tallyColumns: SQL = sql`activity.kind, activity.topic, activity.by_youth as "byYouth",
	count(*)::int as activities, sum(activity.attendance)::float8 as attendance,
	sum(activity.households)::float8 as households, sum(activity.leaflets)::float8 as leaflets,
	sum(activity.youths)::float8 as youths`;

/** What counts: activities from one local day to another, both inclusive, that were not cancelled. */
export const counted = (startsOn: string | SQL, endsOn: string | SQL): SQL =>
	sql`activity.cancelled_at is null and activity.held_on between ${startsOn} and ${endsOn}`;
