import { sql } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import type { InquiryState } from '../contracts/inquiries';
import type { PageRequest } from '../contracts/pages';
import { queryRows, type Database } from '../server/db/client';
import { isoInstant } from '../server/db/instant';
import { onePage } from '../server/db/page';

export interface ListedInquiry extends Record<string, unknown> {
	id: number;
	title: string;
	state: InquiryState;
	/** ISO instant. */
	dueAt: string;
	unitKind: UnitKind;
	unitName: string;
	/** Of the units in the actor's sight that were asked, and of them those that have answered. */
	asked: number;
	answered: number;
}

/** Inquiries of units in the actor's sight, or sent to such; the newest first. */
export async function listInquiries(
	database: Database,
	actor: Actor,
	{ state, ...page }: PageRequest & { state: InquiryState | null },
): Promise<{ inquiries: ListedInquiry[]; total: number }> {
	const seen = reachedUnits(actor, 'viewer');
	const rows = await queryRows<ListedInquiry & { total: number }>(
		database,
		sql`with seen as materialized (select id from ${seen} seen)
			select inquiry.id, inquiry.title, inquiry.state, ${isoInstant(sql`inquiry.due_at`)} as "dueAt",
				unit.kind as "unitKind", unit.name as "unitName", counts.asked, counts.answered,
				count(*) over ()::int as total
			from inquiry
			join admin_unit unit on unit.id = inquiry.unit_id
			cross join lateral (
				select count(*)::int as asked, count(answer.unit_id)::int as answered
				from inquiry_recipient asked
				left join inquiry_answer answer on answer.inquiry_id = asked.inquiry_id
					and answer.unit_id = asked.unit_id and answer.revision = 1
				where asked.inquiry_id = inquiry.id
					and (inquiry.unit_id in (select id from seen) or asked.unit_id in (select id from seen))
			) counts
			where (inquiry.unit_id in (select id from seen) or counts.asked > 0)
				${state === null ? sql`` : sql`and inquiry.state = ${state}`}
			order by inquiry.id desc
			${onePage(page)}`,
	);
	return { inquiries: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
