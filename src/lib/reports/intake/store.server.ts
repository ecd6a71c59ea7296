import { sql } from 'drizzle-orm';
import type { ReportChannel } from '../../contracts/reports';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isOnTime } from '../periods/deadlines';
import type { ReportInput } from '../schemas';
import { instant, exactInstant } from '../../server/db/instant';

export interface AcceptedReport {
	input: ReportInput;
	unitId: number;
	periodId: number;
	due: Date;
	/** A return that is answered within this many days doesn't make the report late. */
	returnGraceDays: number;
	/** Whether its households are part of the coverage: not those of anybody but places. */
	isCounted: boolean;
}

export interface StoredReport {
	reportId: number;
	revision: number;
}

interface HeadRow extends Record<string, unknown> {
	position: number;
	reportId: number;
	revision: number;
	onTime: boolean;
	/** Of the revision before, when that was returned; ISO. */
	returnedAt: string | null;
}

/**
 * Stores one more revision of each report, in as many queries as there are tables. Rows are taken
 * in the order of unit and period, so that two batches never wait for each other in a circle.
 */
export async function storeRevisions(
	transaction: Database,
	accepted: readonly AcceptedReport[],
	by: { accountId: number; channel: ReportChannel; receivedAt: Date },
): Promise<StoredReport[]> {
	const heads = await storeHeads(transaction, accepted, by.receivedAt);
	const rows = accepted.map(({ input }, position) => {
		const { reportId, revision } = heads[position] ?? missing();
		return { reportId, revision, ...input, skills: input.householdSkills ?? {} };
	});
	await transaction.execute(
		sql`insert into report_revision (report_id, revision, state, submitted_by, received_at, device_at, channel,
				source, client_id, reason, explanations,
				households, skill_1, skill_2, skill_3, skill_4, skill_5, all_five, assisted, vneid, service_account)
			select row."reportId", row.revision, 'submitted', ${by.accountId}, ${instant(by.receivedAt)},
				row."deviceAt", ${by.channel}, coalesce(row.source, 'self'), row."clientId", row.reason, coalesce(row.explanations, '[]'),
				skills.households, skills.skill1, skills.skill2, skills.skill3, skills.skill4, skills.skill5,
				skills."allFive", skills.assisted, skills.vneid, skills."serviceAccount"
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as row ("reportId" int, revision int, "deviceAt" timestamptz, source text, "clientId" uuid, reason text,
					explanations jsonb, skills jsonb)
			cross join lateral jsonb_to_record(row.skills)
				as skills (households int, skill1 int, skill2 int, skill3 int, skill4 int, skill5 int,
					"allFive" int, assisted int, vneid int, "serviceAccount" int)`,
	);
	const values = rows.flatMap(({ reportId, revision, values }) =>
		values.map((value) => ({ reportId, revision, ...value })),
	);
	if (values.length > 0)
		await transaction.execute(
			sql`insert into report_value (report_id, revision, indicator_code, status, value, qualifier)
				select "reportId", revision, indicator, status, value, qualifier
				from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
					as row ("reportId" int, revision int, indicator text, status text, value bigint, qualifier text)`,
		);
	return heads;
}

async function storeHeads(
	transaction: Database,
	accepted: readonly AcceptedReport[],
	receivedAt: Date,
): Promise<HeadRow[]> {
	const rows = accepted.map(({ unitId, periodId, due }, position) => ({
		position,
		unitId,
		periodId,
		onTime: isOnTime(receivedAt, due),
	}));
	const heads = await queryRows<HeadRow>(
		transaction,
		sql`with row as (
			select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as row (position int, "unitId" int, "periodId" int, "onTime" boolean)
		), head as (
			insert into report as present (unit_id, period_id, first_received_at, on_time, latest_revision, provisional_revision)
			select "unitId", "periodId", ${instant(receivedAt)}, "onTime", 1, 1
			from row order by "unitId", "periodId"
			on conflict (unit_id, period_id) do update
				set latest_revision = present.latest_revision + 1, provisional_revision = present.latest_revision + 1
			returning id, unit_id, period_id, latest_revision, on_time
		)
		select row.position, head.id as "reportId", head.latest_revision as revision, head.on_time as "onTime",
			${exactInstant(sql`before.decided_at`)} as "returnedAt"
		from head join row on row."unitId" = head.unit_id and row."periodId" = head.period_id
		left join report_revision before on before.report_id = head.id
			and before.revision = head.latest_revision - 1 and before.state = 'returned'
		order by row.position`,
	);
	const tooLate = heads.filter(({ position, revision, onTime, returnedAt }) => {
		if (revision === 1 || !onTime || returnedAt === null) return false;
		const { due, returnGraceDays } = accepted[position] ?? missing();
		const before = { onTime, returnedAt: new Date(returnedAt) };
		return !isOnTime(receivedAt, due, before, returnGraceDays);
	});
	if (tooLate.length > 0)
		await transaction.execute(
			sql`update report set on_time = false where id in ${idList(tooLate.map(({ reportId }) => reportId))}`,
		);
	return heads;
}

function missing(): never {
	throw new Error('Every accepted report has a stored head.');
}
