import { is, sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { queryRows, type Database } from '../../src/lib/server/db/client';
import * as schema from '../../src/lib/server/db/schema';

/** What only people who are signed in may read: words in which a person, a phone or a place may be named. */
const hidden: Readonly<Record<string, readonly string[]>> = {
	account: ['display_name', 'email'],
	activity: ['place', 'note'],
	activity_change: ['reason'],
	api_token: ['label'],
	award_check_result: ['note'],
	award_check_round: ['abandoned_reason'],
	award_comment: ['text'],
	award_council_event: ['text'],
	award_declared_conflict: ['reason'],
	award_dismissed_conflict: ['reason'],
	award_evidence: ['title'],
	award_flag_answer: ['text'],
	award_nomination: ['merits'],
	award_nomination_event: ['text'],
	deadline_exception: ['reason'],
	delegation: ['reason'],
	directive: ['subject', 'search_text'],
	inquiry: ['title', 'reason', 'basis'],
	inquiry_history: ['reason'],
	inspection: ['inspectors', 'subject', 'conclusion', 'cancel_reason'],
	inspection_finding: ['what', 'answer', 'return_reason'],
	material: ['title', 'description'],
	meeting: ['subject', 'place', 'chair', 'agenda', 'record', 'cancel_reason'],
	meeting_decision: ['what'],
	meeting_invitee: ['guest', 'opinion'],
	plan: ['title'],
	plan_history: ['reason'],
	plan_task: ['what', 'lead', 'place', 'product'],
	practice_event: ['text'],
	register_explanation: ['reason'],
	report_revision: ['comment', 'reason', 'source'],
	screen: ['name', 'user_agent', 'address'],
	session: ['user_agent'],
	stored_file: ['name'],
	target: ['reason'],
	team: ['zalo_group_name', 'zalo_group_link', 'household_group_name', 'household_group_link'],
	team_member: ['full_name', 'organisation', 'phone'],
	team_reopening: ['reason'],
	ticket: ['text'],
	ticket_event: ['text'],
};

/** What else is text: everybody may read it, or it is a code, a key or a hash. A new column joins one of the two. */
const other: typeof hidden = {
	account: ['name', 'password_hash'],
	activity: ['key', 'kind', 'topic', 'form'],
	activity_change: ['change'],
	admin_unit: ['code', 'level', 'kind', 'name', 'search_name'],
	api_token: ['token_hash'],
	attempt: ['key'],
	audit_log: ['action', 'subject'],
	audit_seal: ['entry_hash', 'hash'],
	award_attestation: ['name', 'post', 'content_hash'],
	award_ballot: ['choice'],
	award_category: ['kind', 'name'],
	award_check_result: ['finding', 'channel'],
	award_check_roll: ['dice'],
	award_check_round: ['frame_hash', 'dice', 'seed'],
	award_council: ['decision_number', 'phase', 'blind_key'],
	award_council_event: ['kind'],
	award_council_member: ['seat', 'position'],
	award_criteria_version: ['state', 'hash'],
	award_dismissed_conflict: ['ground', 'tie'],
	award_dossier_rule: ['erase_basis'],
	award_evidence: ['part'],
	award_flag_answer: ['code'],
	award_freeze: ['content', 'hash', 'result', 'result_hash', 'early_reason'],
	award_freeze_unit: ['key'],
	award_nomination: ['candidate_name', 'origin', 'state', 'decision_number'],
	award_nomination_event: ['state'],
	award_peer_group: ['reason'],
	award_record: ['kind', 'title', 'achievement', 'source'],
	award_season: ['name'],
	award_setting: ['key', 'basis', 'reason'],
	award_vote: ['outcome'],
	boundary: ['hash'],
	boundary_layer: ['hash'],
	cartogram: ['layer_hash'],
	composition_rule: ['code', 'level', 'document', 'clause', 'wording_vi', 'wording_en'],
	coverage: ['basis'],
	credential_knowledge: ['kind'],
	deadline_version: ['clause'],
	directive: ['kind', 'number', 'issuer'],
	household_register: ['source'],
	idempotent_answer: ['key', 'request_hash'],
	indicator: [
		'code',
		'name_vi',
		'name_en',
		'counting_unit',
		'indicator_group',
		'direction',
		'time_rule',
		'unit_rule',
		'numerator_code',
		'denominator_code',
		'definition_vi',
		'definition_en',
		'source',
	],
	indicator_switch: ['indicator_code'],
	inquiry: ['state'],
	inquiry_history: ['change'],
	inquiry_reminder: ['step'],
	material: ['search_text', 'level', 'language', 'link'],
	meeting: ['starts_at', 'form'],
	meeting_invitee: ['attendance'],
	office_contact: ['office', 'phone', 'email', 'hours', 'channel'],
	official_report: ['span'],
	past_row: ['relation', 'key'],
	period_due_date: ['level'],
	plan: ['number'],
	plan_history: ['change'],
	practice: ['title', 'doing', 'result', 'state'],
	practice_event: ['state'],
	practice_photo: ['description'],
	published_figures: ['kind', 'name', 'correction'],
	recovery_code: ['code_hash'],
	reminder: ['step'],
	report_revision: ['state', 'channel'],
	report_upload: ['id'],
	report_upload_file: ['upload_id', 'name', 'refusal'],
	report_value: ['indicator_code', 'status', 'qualifier'],
	reporting_period: ['code', 'kind', 'title'],
	retention_setting: ['kind'],
	role_grant: ['role'],
	screen: ['remote_secret'],
	screen_pairing: ['token_hash', 'code', 'user_agent', 'address'],
	screen_token: ['token_hash'],
	second_factor: ['secret'],
	session: ['token_hash'],
	sign_in_link: ['code_hash'],
	sign_in_step: ['token_hash'],
	stored_file: ['media_type'],
	surroundings: ['hash'],
	take_down: ['reason'],
	target: ['indicator_code'],
	task_assignment: ['state', 'result'],
	team: ['name', 'kind'],
	team_import: ['id', 'kind'],
	team_import_row: ['import_id', 'state'],
	team_member: ['role', 'position', 'organisation_kind', 'badge_token'],
	team_paper: ['kind', 'number'],
	ticket: ['kind', 'category', 'state'],
	ticket_event: ['step', 'public_question', 'public_answer'],
	trusted_device: ['token_hash'],
	unit_lineage: ['extent', 'source'],
	unit_terrain: ['terrain', 'source'],
	unit_without_successor: ['source'],
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
			const value =
				column === 'phone'
					? sql`${canaryPhone}`
					: column === 'email'
						? sql`${`${mark}@example.vn`}`
						: marked(column, mark);
			planted += await markOne(database, { table, column }, value);
		}
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

/** Columns of text of which nobody has said whether the public may read them. */
export function unknownColumns(): string[] {
	const tables = Object.values(schema).flatMap((one) =>
		is(one, PgTable) ? getTableConfig(one) : [],
	);
	return tables.flatMap(({ name: table, columns }) =>
		columns.flatMap((column) => {
			const known = [...(hidden[table] ?? []), ...(other[table] ?? [])];
			const isKnown = column.getSQLType() !== 'text' || known.includes(column.name);
			return isKnown ? [] : [`${table}.${column.name}`];
		}),
	);
}
