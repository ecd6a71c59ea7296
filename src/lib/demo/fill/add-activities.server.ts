import { sql } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import type { ImaginedActivity } from '../history/activities';

/** Stores the log in one go: thousands of them, each by itself, would take minutes. */
export async function addActivities(
	database: Database,
	activities: readonly ImaginedActivity[],
): Promise<void> {
	await database.execute(
		sql`insert into activity (key, unit_id, team_id, kind, topic, form, audiences, partners, held_on, place, attendance,
				households, leaflets, youths, by_youth, note, recorded_by, recorded_at)
			select item.key, unit.id,
				(select min(team.id) from team where team.unit_id = unit.id and team.closed_on is null),
				item.kind, item.topic, item.form,
				array(select jsonb_array_elements_text(item.audiences)), item.partners, item."heldOn", item.place, item.attendance, item.households,
				item.leaflets, item.youths, item."byYouth", '', account.id,
				least(now(), item."heldOn" + interval '13 hours')
			from jsonb_to_recordset(${JSON.stringify(activities)}::jsonb) as item (key text, unit text,
				"validFrom" date, by text, kind text, topic text, form text,
				audiences jsonb, partners jsonb, "heldOn" date, place text, attendance int,
				households int, leaflets int, youths int, "byYouth" boolean)
			join admin_unit unit on unit.code = item.unit and unit.valid_from = item."validFrom"
			join account on account.name = item.by`,
	);
}
