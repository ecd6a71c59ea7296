import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../src/lib/server/db/client';

/** What only people who are signed in may read: words in which a person, a phone or a place may be named. */
const hidden: Readonly<Record<string, readonly string[]>> = {
	account: ['display_name', 'email'],
	activity: ['place', 'note'],
	activity_change: ['reason'],
	award_comment: ['text'],
	award_evidence: ['title'],
	deadline_exception: ['reason'],
	delegation: ['reason'],
	directive: ['subject'],
	inquiry: ['title', 'reason'],
	inspection: ['inspectors', 'subject', 'conclusion'],
	inspection_finding: ['what', 'answer'],
	material: ['title', 'description'],
	meeting: ['subject', 'place', 'chair', 'agenda', 'record'],
	meeting_decision: ['what'],
	meeting_invitee: ['guest'],
	plan: ['title'],
	plan_task: ['what', 'lead', 'place', 'product'],
	practice_event: ['text'],
	register_explanation: ['reason'],
	report_revision: ['comment', 'reason'],
	screen: ['name'],
	stored_file: ['name'],
	target: ['reason'],
	team: ['zalo_group_name', 'zalo_group_link', 'household_group_link'],
	team_member: ['full_name', 'organisation'],
	team_reopening: ['reason'],
	ticket: ['text'],
	ticket_event: ['text'],
};

/** Begins every canary; no word of any language. */
export const canary = 'qzcanary';
export const canaryPhone = '0999000999';
/** A few tables of the demo province may be empty. */
export const leastCanaries = 40;

/** Marks one row of each: whatever of it gets out says where it came from. @returns how many were marked. */
export async function plantCanaries(database: Database): Promise<number> {
	let planted = 0;
	for (const [table, columns] of Object.entries(hidden))
		for (const column of columns) {
			const mark = `${canary}-${table}-${column}`.replaceAll('_', '-');
			const value = column === 'email' ? sql`${`${mark}@example.vn`}` : marked(column, mark);
			planted += await markOne(database, { table, column }, value);
		}
	planted += await markOne(
		database,
		{ table: 'team_member', column: 'phone' },
		sql`${canaryPhone}`,
	);
	return planted;
}

const marked = (column: string, mark: string) =>
	sql`coalesce(${sql.identifier(column)} || ' ', '') || ${mark}`;

/** A row in the middle of the table, preferably one that says something. */
async function markOne(
	database: Database,
	{ table, column }: { table: string; column: string },
	value: ReturnType<typeof sql>,
): Promise<number> {
	const [of, field] = [sql.identifier(table), sql.identifier(column)];
	const rows = await queryRows(
		database,
		sql`
		with ranked as (
			select ctid, row_number() over (order by ${field} is null, ctid) as place,
				count(*) filter (where ${field} is not null) over () as filled
			from ${of}
		)
		update ${of} set ${field} = ${value}
		where ctid = (select ctid from ranked where place = greatest(1, filled / 2)) returning 1 as one`,
	);
	return rows.length;
}
