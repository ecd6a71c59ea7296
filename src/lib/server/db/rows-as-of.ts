import { sql, type SQL } from 'drizzle-orm';
import type { Database } from './client';
import { instant } from './instant';

/** What tells the rows of a table whose past is kept: as its trigger writes them. */
const keys = {
	team: sql`present.id::text`,
	team_member: sql`present.id::text`,
	stated_team_size: sql`present.team_id || '/' || present.stated_on`,
	composition_rule: sql`present.id::text`,
};

/**
 * A table as it had been recorded by an instant, whatever days its rows are about; null: as it is now. Of what
 * was there before its past was kept the latest is known. Only columns that its trigger names have their values.
 */
export function rowsAsOf(table: keyof typeof keys, at: Date | null): SQL {
	const name = sql.identifier(table);
	if (at === null) return sql`${name}`;
	const moment = instant(at);
	return sql`(select * from (
			select present.* from ${name} present
			where not exists (select from past_row past
				where past.relation = ${table} and past.key = ${keys[table]} and past.until > ${moment})
			union all
			select before.* from (
				select distinct on (key) content from past_row
				where relation = ${table} and until > ${moment} order by key, id
			) past cross join lateral jsonb_populate_record(null::${name}, past.content) before
		) known where recorded_at is null or recorded_at <= ${moment})`;
}

/** All that stands counts as recorded long ago: of a world that is made up, its past with it. */
export async function forgetRecording(database: Database): Promise<void> {
	for (const table of Object.keys(keys))
		await database.execute(sql`update ${sql.identifier(table)} set recorded_at = null`);
	await database.execute(sql`delete from past_row`);
}
